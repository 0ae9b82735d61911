import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

describe('the launcher', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'launcher-'));
    writeFileSync(path.join(directory, 'package.json'), '{"type": "module"}');
    cpSync(fileURLToPath(new URL('../../bin', import.meta.url)), path.join(directory, 'bin'), { recursive: true });
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });
  const launch = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/calico-readiness.js', 'check'], {
      cwd: directory,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('says how to build the program when it is not built', () => {
    expect(launch()).toEqual({
      status: 1,
      stdout: '',
      stderr: 'error: calico-readiness is not built yet. Run in the checkout: npm ci && npm run build:agent\n',
    });
  });

  it('hands its words over to the program and keeps its exit status', () => {
    mkdirSync(path.join(directory, 'dist'));
    writeFileSync(
      path.join(directory, 'dist/cli.js'),
      'process.stdout.write(process.argv.slice(2).join()); process.exitCode = 4;',
    );

    expect(launch()).toEqual({ status: 4, stdout: 'check', stderr: '' });
  });
});

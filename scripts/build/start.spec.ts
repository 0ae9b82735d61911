import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

const start = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'scripts/build/start.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, stdout, stderr };
};

describe('npm start', () => {
  it.each([
    [['--frobnicate'], {}, "Unknown option '--frobnicate'"],
    [['--console', '4.22:x'], {}, 'x is not a port'],
    [[], { CALICO_READINESS_TOKEN: 'short' }, 'CALICO_READINESS_TOKEN has 5 characters'],
  ])('says what is wrong with %j and %j before it builds anything', (args, environment, message) => {
    const { status, stdout, stderr } = start(args, environment);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('tells its options before it builds anything', () => {
    const { status, stdout } = start(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: npm start -- \[options\]\n/);
    expect(stdout).not.toContain('Building');
  });
});

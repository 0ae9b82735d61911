import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { FakeKubernetesApi } from '../../agent/test/fake-kubernetes-api';
import { PrivateBus } from '../../agent/test/private-bus';
import { bundleAgent } from './agent-bundle';
import { namedPackages, numberedTexts } from './third-party/fake-packages';

describe('the bundled command line', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'agent-bundle-'));
  const program = path.join(directory, 'dist/cli.js');
  const hostRoot = mkdtempSync(path.join(tmpdir(), 'agent-bundle-host-'));

  let metafile: Metafile;

  beforeAll(async () => {
    metafile = await bundleAgent(path.join(directory, 'dist'));
    writeFileSync(path.join(directory, 'package.json'), '{"type": "module"}');
  }, 60_000);
  afterAll(() => {
    rmSync(directory, { recursive: true });
    rmSync(hostRoot, { recursive: true });
  });

  it.each(['table', 'json', 'yaml', 'csv', 'markdown', 'junit'])(
    'checks a host and prints %s, away from any node_modules',
    (format) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [program, 'check', '--host-root', hostRoot, '-o', format],
        { cwd: directory, encoding: 'utf8', env: { ...process.env, CI: 'true' } },
      );

      expect({ status, stderr }).toEqual({ status: 4, stderr: '' });
      expect(stdout).toMatch(/\S\r?\n$/);
      expect(stdout).not.toContain('\u001b');
    },
  );

  it('comes with the licence texts of exactly the packages that are in it', () => {
    const text = readFileSync(path.join(directory, 'dist/THIRD-PARTY.txt'), 'utf8');
    const named = namedPackages(text);
    const inBundle = Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && file.includes('node_modules/'))
      .map(([file]) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? '')
      .map((folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { name: string; version: string })
      .map(({ name, version }) => `${name}@${version}`);
    const texts = numberedTexts(text);

    expect(new Set(named.keys())).toEqual(new Set(inBundle));
    expect(named.size).toBeGreaterThan(10);
    for (const [id, line] of named) {
      const numbers = line.match(/\[\d+\]/g) ?? [];
      expect(numbers, id).not.toEqual([]);
      for (const number of numbers) expect(texts.get(number), id).toMatch(/\S/);
    }
    expect(text).not.toContain(process.cwd());
  });

  it('keeps its exit status when the reader leaves early', () => {
    const { stdout } = spawnSync(
      'bash',
      [
        '-c',
        `"${process.execPath}" "${program}" check --host-root "${hostRoot}" -o json | head -1; echo "\${PIPESTATUS[0]}"`,
      ],
      { encoding: 'utf8' },
    );

    expect(stdout).toBe('{\n4\n');
  });

  it('asks the bus of a host, and ends', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'agent-bundle-bus-'));
    mkdirSync(path.join(root, 'usr/sbin'), { recursive: true });
    writeFileSync(path.join(root, 'usr/sbin/NetworkManager'), '');
    const bus = await PrivateBus.start(root);
    await bus.serve('org.freedesktop.NetworkManager', () => ({ signature: 'a{oa{sa{sv}}}', body: [[]] }));
    const check = spawn(process.execPath, [program, 'check', '--host-root', root, '-o', 'json'], {
      cwd: directory,
      stdio: 'ignore',
    });
    const status = await new Promise((resolve) => check.on('close', resolve));
    await bus.stop();
    rmSync(root, { recursive: true });

    expect(status).toBe(4);
    expect(bus.calls.map(({ member }) => member)).toEqual(['GetManagedObjects']);
  });

  describe('as an agent', () => {
    const api = new FakeKubernetesApi();
    let agent: ChildProcess;

    beforeEach(async () => {
      await api.start();
      const metadata = { name: 'worker-1', uid: 'node-uid' };
      api.put('/api/v1/nodes/worker-1', { apiVersion: 'v1', kind: 'Node', metadata });
    });
    afterEach(async () => {
      agent.kill('SIGKILL');
      await api.stop();
    });

    it('publishes, logs JSON lines, and ends with status 0 on SIGTERM', async () => {
      const kubeconfig = path.join(directory, 'kubeconfig');
      writeFileSync(kubeconfig, api.kubeConfig.exportConfig());
      let output = '';
      agent = spawn(process.execPath, [program, 'agent', '--host-root', hostRoot, '--kubeconfig', kubeconfig], {
        env: { ...process.env, NODE_NAME: 'worker-1' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      agent.stdout?.on('data', (text: Buffer) => {
        output += text.toString();
      });
      const exited = new Promise((resolve) => agent.on('close', (status, signal) => resolve({ status, signal })));
      await vi.waitFor(() => expect(api.report('worker-1')?.status).toBeDefined(), { timeout: 20_000, interval: 50 });
      agent.kill('SIGTERM');

      expect(await exited).toEqual({ status: 0, signal: null });
      const lines = output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { msg: string; node: string });
      expect(lines.map(({ msg, node }) => [node, msg])).toEqual([
        ['worker-1', 'Beginning'],
        ['worker-1', 'Published the report'],
        ['worker-1', 'Ending'],
        ['worker-1', 'Ended'],
      ]);
    }, 40_000);
  });
});

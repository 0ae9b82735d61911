import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { FakeKubernetesApi } from '../../agent/test/fake-kubernetes-api';
import { PrivateBus } from '../../agent/test/private-bus';
import { bundleAgent } from './agent-bundle';
import { loadedWith } from './join-chunks';
import { fileOf } from './refuse-heavy-bundle';
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

  it('is pure ASCII, which V8 keeps in one byte a character', () => {
    const programs = readdirSync(path.join(directory, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    const others = programs.filter((file) =>
      /[^\0-\x7f]/.test(readFileSync(path.join(directory, 'dist', file), 'utf8')),
    );

    expect(programs.length).toBeGreaterThan(5);
    expect(others).toEqual([]);
  });

  it('has of the Kubernetes client what loads kubeconfigs and logs in, and nothing generated', () => {
    const ofClient = Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && file.includes('@kubernetes/client-node'));
    const bytes = ofClient.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);

    expect(ofClient.some(([file]) => file.endsWith('/dist/config.js'))).toBe(true);
    expect(bytes).toBeLessThan(50_000);
  });

  it('loads one file for what predicts, beside those of every check', () => {
    const file = (source: string): string => fileOf(source, metafile);
    const start = [file('agent/src/main.ts'), ...loadedWith(file('agent/src/main.ts'), metafile.outputs)];
    const ofCheck = [...start, file('agent/src/commands/command-line.ts')];

    expect(start.length).toBe(2);
    for (const source of ['agent/src/commands/command-line.ts', 'agent/src/prediction/guide-predictions.ts'])
      expect(
        loadedWith(file(source), metafile.outputs).filter((each) => !ofCheck.includes(each)),
        source,
      ).toEqual([]);
  });

  describe('asked whether an agent is alive', () => {
    const file = path.join(directory, 'liveness');
    const alive = (...words: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'alive', ...words], {
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };
    beforeAll(() => {
      writeFileSync(file, '');
      const longAgo = new Date(Date.now() - 300_000);
      writeFileSync(`${file}-old`, '');
      utimesSync(`${file}-old`, longAgo, longAgo);
    });

    it.each([
      ['says nothing of one that is', ['--file', file], 0, /^$/, /^$/],
      [
        'tells how long it is silent',
        ['--older-than', '200', '--file', `${file}-old`],
        1,
        /^not alive: .* 3\d\d seconds/,
        /^$/,
      ],
      ['lets it be silent that long', ['--older-than', '400', '--file', `${file}-old`], 0, /^$/, /^$/],
      ['says that there is no file', ['--file', `${file}-none`], 1, /^not alive: ENOENT/, /^$/],
      ['takes options as others write them', [`--file=${file}`], 0, /^$/, /^$/],
      ['refuses a time that is none', ['--file', file, '--older-than', '1'], 2, /^$/, /Allowed: whole seconds from 2/],
      ['refuses an option that it does not have', ['--file', file, '--fast', '1'], 2, /^$/, /unknown option '--fast'/],
      ['wants a file', [], 2, /^$/, /required option '--file <file>' not specified/],
      ['explains itself', ['--help'], 0, /^Usage: calico-readiness alive/, /^$/],
    ])('%s', (_, words, status, stdout, stderr) => {
      expect(alive(...words)).toEqual({
        status,
        stdout: expect.stringMatching(stdout) as string,
        stderr: expect.stringMatching(stderr) as string,
      });
    });
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

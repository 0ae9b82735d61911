import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { NodeReport } from '@calico-readiness/requirements';
import { bundleAgent } from '../../../scripts/build/agent-bundle';
import { FakeKubernetesApi } from '../../test/fake-kubernetes-api';
import { runReferenceProgram } from '../reference-programs';

/**
 * Mounts a file system of FUSE that nobody serves, so that whoever looks at it waits until it is killed, and goes on as
 * another program: the kernel waits for the first answer of a server (the kernel's filesystems/fuse.rst).
 */
const mountSilence = `
  use Fcntl;
  my $directory = shift;
  open(my $fuse, '+<', '/dev/fuse') or die "/dev/fuse: $!";
  fcntl($fuse, F_SETFD, 0);
  my ($source, $type) = ('silence', 'fuse');
  my $options = 'fd=' . fileno($fuse) . ',rootmode=40000,user_id=0,group_id=0';
  syscall(165, $source, $directory, $type, 0, $options) == 0 or die "mount: $!";
  exec(@ARGV);
`;

const directory = mkdtempSync(join(tmpdir(), 'silent-file-system-'));
const program = join(directory, 'dist/cli.js');
const root = join(directory, 'host');
const modules = 'usr/lib/modules/6.1.0';
const silent = ['etc/modprobe.d', 'usr/lib/systemd/system'];

beforeAll(async () => {
  await bundleAgent(join(directory, 'dist'));
  writeFileSync(join(directory, 'package.json'), '{"type": "module"}');
  for (const path of silent) mkdirSync(join(root, path), { recursive: true });
  const files = {
    'etc/os-release': 'ID=debian\n',
    'usr/bin/sh': '',
    [`${modules}/modules.dep`]: 'kernel/vxlan.ko:\n',
    [`${modules}/modules.builtin`]: '',
    [`${modules}/kernel/vxlan.ko`]: '',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}, 120_000);
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** A command that runs the agent's program in a mount namespace in which these directories never answer. */
const inSilence = (paths: readonly string[], ...words: readonly string[]): readonly string[] => [
  '--mount',
  ...paths.flatMap((path) => ['perl', '-e', mountSilence, join(root, path)]),
  process.execPath,
  program,
  ...words,
];

/** Processes that look at the host for an agent. */
const readers = (): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      const path = `/proc/${name}/cmdline`;
      return existsSync(path) && readFileSync(path, 'utf8').includes(join(directory, 'dist/read-for-agent.js'));
    });

describe('a file system below the host root that never answers', () => {
  it('leaves unknown what is on it, and nothing else', () => {
    const began = performance.now();
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      inSilence(silent, 'check', '--host-root', root, '-o', 'json'),
      { encoding: 'utf8', timeout: 60_000 },
    );
    expect({ status, stderr }).toEqual({ status: 4, stderr: '' });
    // Two are waited for, two seconds each.
    expect(performance.now() - began).toBeLessThan(30_000);
    const { facts } = (JSON.parse(stdout) as NodeReport).status ?? {};
    expect(facts).toMatchObject({ kernelRelease: '6.1.0', operatingSystem: { id: 'debian' } });
    expect(facts?.kernelModules).toMatchObject({ unknown: expect.arrayContaining(['vxlan']) as unknown });
    expect(stdout).toContain('timed-out');
    expect(readers()).toEqual([]);
  });

  it('keeps no agent from observing, publishing and ending', async () => {
    const api = new FakeKubernetesApi();
    await api.start();
    api.put('/api/v1/nodes/worker-1', { apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1', uid: 'uid' } });
    const [kubeconfig, alive] = [join(directory, 'kubeconfig'), join(directory, 'alive')];
    writeFileSync(kubeconfig, api.kubeConfig.exportConfig());
    const words = ['agent', '--host-root', root, '--kubeconfig', kubeconfig, '--node-name', 'worker-1'];
    const often = ['--observe-interval', '1', '--liveness-file', alive];
    const agent: ChildProcess = spawn('unshare', inSilence(silent, ...words, ...often), { stdio: 'ignore' });
    const ended = new Promise((resolve) => agent.once('exit', (status, signal) => resolve({ status, signal })));
    try {
      await vi.waitFor(() => expect(api.report('worker-1')?.status).toBeDefined(), { timeout: 30_000, interval: 100 });
      const seen = new Set<number>();
      await vi.waitFor(() => expect(seen.add(statSync(alive).mtimeMs).size).toBeGreaterThan(2), {
        timeout: 60_000,
        interval: 100,
      });
      agent.kill('SIGTERM');
      expect(await ended).toEqual({ status: 0, signal: null });
      await vi.waitFor(() => expect(readers()).toEqual([]), { timeout: 10_000, interval: 100 });
    } finally {
      agent.kill('SIGKILL');
      await api.stop();
    }
  }, 120_000);
});

describe('what an observation concluded', () => {
  it('is not taken over once something is mounted over it, or no more', () => {
    const script = join(import.meta.dirname, 'observe-over-mounts.ts');
    const { status, output, errors } = runReferenceProgram('unshare', [
      '--mount',
      process.execPath,
      '--import',
      'tsx',
      script,
    ]);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output.trim().split('\n')).toEqual([
      'one: first (1)',
      'one: first (1)',
      'one: OTHER (2)',
      'one: first (3)',
      'one: OTHER (4)',
      ':  (5)',
      'one: first (6)',
      'one: first (6)',
    ]);
  });
});

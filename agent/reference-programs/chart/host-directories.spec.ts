import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeReport } from '@calico-readiness/requirements';
import { bundleAgent } from '../../../scripts/build/agent-bundle';
import { runReferenceProgram } from '../reference-programs';
import { renderedObject } from './rendered-chart';

interface PodSpec {
  readonly containers: readonly [
    {
      readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
      readonly securityContext: { readonly capabilities: { readonly add: readonly string[] } };
    },
  ];
  readonly volumes: readonly { readonly name: string; readonly hostPath?: { readonly path: string } }[];
}

const { spec } = renderedObject('DaemonSet') as unknown as { readonly spec: { readonly template: { spec: PodSpec } } };
const {
  containers: [container],
  volumes,
} = spec.template.spec;
const mounts = container.volumeMounts.flatMap(({ name, mountPath }) => {
  const path = volumes.find((volume) => volume.name === name)?.hostPath?.path;
  return path === undefined ? [] : [{ path, at: mountPath }];
});

/** A process of a user who is not root listens at a port of localhost. */
function holdPort(port: number): Promise<ChildProcess> {
  const program = `require('net').createServer().listen(${String(port)}, '127.0.0.1', () => console.log('listening'))`;
  const user = ['--reuid=1234', '--regid=1234', '--clear-groups'];
  const holder = spawn('setpriv', [...user, process.execPath, '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    holder.stdout.once('data', () => {
      resolve(holder);
    });
    holder.once('exit', () => {
      reject(new Error(`Port ${String(port)} of this machine is held already`));
    });
  });
}

describe("the agent's pod", () => {
  const directory = mkdtempSync(join(tmpdir(), 'agent-pod-'));
  const program = join(directory, 'dist/cli.js');

  beforeAll(async () => {
    await bundleAgent(join(directory, 'dist'));
    writeFileSync(join(directory, 'package.json'), '{"type": "module"}');
  }, 120_000);
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  /** What the agent says of this machine, from where the pod has its directories and with no more rights than it has. */
  const check = (root: string, prepare: readonly string[], capabilities: readonly string[]): NodeReport => {
    const bounding = ['-all', ...capabilities.map((name) => `+${name.toLowerCase()}`)].join(',');
    const script = [...prepare, `exec setpriv --bounding-set=${bounding} --inh-caps=-all "$@"`].join('\n');
    const words = [process.execPath, program, 'check', '--host-root', root, '--output', 'json'];
    const { output, errors } = runReferenceProgram('unshare', ['--mount', 'sh', '-ec', script, 'sh', ...words]);
    if (output === '') throw new Error(errors);
    return JSON.parse(output) as NodeReport;
  };
  /** Kubelet and runtime make a mount from each, whatever it is a link to, and none of them can be written. */
  const mounted = (root: string): readonly string[] => [
    `mount --types tmpfs none ${root}`,
    ...mounts
      .filter(({ path }) => existsSync(path))
      .flatMap(({ path, at }) => {
        const target = `${root}${at.replace(/^\/host/, '')}`;
        return [`mkdir -p ${target}`, `mount --rbind ${path} ${target}`, `mount -o remount,bind,ro ${target}`];
      }),
  ];
  const judged = ({ status }: NodeReport) => ({
    findings: status?.findings.map(({ requirement, verdict, reason, observed }) => [
      requirement,
      verdict,
      reason,
      observed,
    ]),
    facts: status?.facts,
  });

  it('shows the agent of the host what the whole root would', () => {
    const root = mkdtempSync(join(tmpdir(), 'agent-pod-host-'));
    try {
      const inPod = check(root, mounted(root), container.securityContext.capabilities.add);

      expect(judged(inPod)).toEqual(judged(check('/', [], container.securityContext.capabilities.add)));
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it.each(['/usr', '/proc'])('would show less of it without %s', (left) => {
    const root = mkdtempSync(join(tmpdir(), 'agent-pod-host-'));
    try {
      const target = `${root}${left}`;
      const without = [...mounted(root), `umount --recursive --lazy ${target}`];

      expect(judged(check(root, without, container.securityContext.capabilities.add))).not.toEqual(
        judged(check('/', [], container.securityContext.capabilities.add)),
      );
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('knows who holds a port of Calico with all of its capabilities, and with one less says that it does not', async () => {
    // The third opens raw sockets, which no check does.
    const add = container.securityContext.capabilities.add.filter((name) => name !== 'NET_RAW');
    const verdictWith = (capabilities: readonly string[]): string | undefined =>
      check('/', [], capabilities).status?.findings.find(({ requirement }) => requirement === 'calico-host-ports-free')
        ?.verdict;
    const holder = await holdPort(9099);
    try {
      expect(add).toHaveLength(2);
      expect(verdictWith(add)).toBe('Fail');
      for (const left of add) expect(verdictWith(add.filter((name) => name !== left)), left).toBe('Unknown');
    } finally {
      holder.kill();
    }
  });

  it('has none of the directories with the keys of the kubelet and of etcd', () => {
    for (const { path } of mounts) {
      expect(path).not.toMatch(/^\/$|^\/var$|^\/var\/lib$|^\/var\/lib\/(kubelet|etcd)|^\/root|^\/home/);
    }
  });
});

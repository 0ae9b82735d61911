import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

/** A directory of the host, and where the agent's pod has it below the root that it is told. */
export interface HostMount {
  readonly host: string;
  readonly at: string;
}

interface DaemonSet {
  readonly kind?: string;
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly [
          { readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[] },
        ];
        readonly volumes: readonly { readonly name: string; readonly hostPath?: { readonly path: string } }[];
      };
    };
  };
}

/** What the chart mounts on OpenShift; a spec beside the chart's tests holds the file against the chart. */
const rendering = 'agent/reference-programs/kubernetes-api/chart/renderings/openshift.golden.yaml';

/** The host's directories in the agent's pod, in the order of the DaemonSet. */
export function hostMounts(): readonly HostMount[] {
  const daemonSet = parseAllDocuments(readFileSync(rendering, 'utf8'))
    .map((document) => document.toJS() as DaemonSet)
    .find(({ kind }) => kind === 'DaemonSet');
  if (daemonSet === undefined) throw new Error(`${rendering} has no DaemonSet`);
  const { containers, volumes } = daemonSet.spec.template.spec;
  return containers[0].volumeMounts.flatMap(({ name, mountPath }) => {
    const host = volumes.find((volume) => volume.name === name)?.hostPath?.path;
    return host === undefined ? [] : [{ host, at: mountPath.replace(/^\/host/, '') }];
  });
}

/** A tree as the agent's pod has it: each directory that is mounted stands for itself, also where it is a link on the host. */
export class PodLayout {
  readonly root = mkdtempSync(path.join(tmpdir(), 'pod-layout-'));
  private readonly aside = mkdtempSync(path.join(tmpdir(), 'pod-aside-'));

  constructor(hostRoot: string, mounts: readonly HostMount[]) {
    for (const { host, at } of mounts) {
      if (!existsSync(hostRoot + host)) continue;
      mkdirSync(path.dirname(this.root + at), { recursive: true });
      // The dot has a link followed.
      cpSync(`${hostRoot}${host}/.`, this.root + at, { recursive: true, verbatimSymlinks: true });
    }
  }

  /** Calls while one of them is not there. */
  async without<T>({ at }: HostMount, use: () => Promise<T>): Promise<T> {
    const place = this.root + at;
    if (!existsSync(place)) return use();
    const away = path.join(this.aside, 'away');
    renameSync(place, away);
    try {
      return await use();
    } finally {
      renameSync(away, place);
    }
  }

  remove(): void {
    for (const directory of [this.root, this.aside]) rmSync(directory, { recursive: true });
  }
}

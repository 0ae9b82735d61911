import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namespace } from '../chart/helm';
import type { OpenShiftCluster } from '../openshift/openshift-cluster';
import { RunningProgram } from '../running-program';
import type { PodSpec } from './pod';
import { containerWords } from './pod';

/** A pod that runs, and one that ran to its end. */
export interface RunningPod {
  readonly program: RunningProgram;
  readonly logFile: string;
}
export interface EndedPod {
  readonly status: number;
  readonly output: string;
}

/**
 * Does what scheduler and kubelet do with a pod of the chart: binds it to a node, asks for the token of its account that
 * names pod and node, lays the token out, and starts the container. No image is pulled, and nobody is told of it.
 */
export class KubeletByHand {
  readonly directory = mkdtempSync(join(tmpdir(), 'kubelet-'));
  private count = 0;

  constructor(
    private readonly api: OpenShiftCluster,
    private readonly programDirectory: string,
    private readonly hostRoot: string,
    private readonly nodeName: string,
  ) {}

  async start(template: { readonly spec: PodSpec }): Promise<RunningPod> {
    const [program, ...words] = await this.wordsFor(template);
    const logFile = join(this.directory, `log-${String(this.count)}`);
    return { program: new RunningProgram(program ?? '', words, logFile), logFile };
  }

  async runToEnd(template: { readonly spec: PodSpec }): Promise<EndedPod> {
    const [program, ...words] = await this.wordsFor(template);
    return new Promise((resolve, reject) => {
      const child = spawn(program ?? '', words, { stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('error', reject);
      child.once('close', (code) => {
        resolve({ status: code ?? -1, output });
      });
    });
  }

  async end(): Promise<void> {
    await this.removePods();
    rmSync(this.directory, { recursive: true });
  }

  removePods(): Promise<unknown> {
    return this.api.client.do('DELETE', `${podsPath}?gracePeriodSeconds=0`);
  }

  private async wordsFor(template: { readonly spec: PodSpec }): Promise<readonly string[]> {
    const spec = { ...template.spec, nodeName: this.nodeName };
    this.count += 1;
    const { metadata } = await this.api.client.create(podsPath, {
      ...template,
      metadata: { name: `by-hand-${String(this.count)}` },
      spec,
    });
    const answer = await this.api.client.create(
      `/api/v1/namespaces/${namespace}/serviceaccounts/${spec.serviceAccountName}/token`,
      {
        spec: {
          expirationSeconds: 3607,
          boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name: metadata.name, uid: metadata.uid },
        },
      },
    );
    return containerWords(spec, {
      hostRoot: this.hostRoot,
      accountDirectory: this.layOut((answer['status'] as { token: string }).token),
      programDirectory: this.programDirectory,
      apiPort: new URL(this.api.cluster.server).port,
      fields: {
        'metadata.name': metadata.name,
        'metadata.namespace': namespace,
        'spec.nodeName': this.nodeName,
      },
      secretDirectories: await this.layOutSecrets(spec),
      root: mkdtempSync(join(this.directory, 'root-')),
    });
  }

  /** The files of the Secrets that the pod mounts, by their names. */
  private async layOutSecrets({ volumes = [] }: PodSpec): Promise<Readonly<Record<string, string>>> {
    const directories: Record<string, string> = {};
    for (const name of volumes.flatMap(({ secret }) => secret?.secretName ?? [])) {
      const { data } = await this.api.client.do('GET', `/api/v1/namespaces/${namespace}/secrets/${name}`);
      directories[name] = mkdtempSync(join(this.directory, 'secret-'));
      // Readable for the group of the pod, as a kubelet does it for `fsGroup`; here by anybody.
      chmodSync(directories[name], 0o755);
      for (const [key, text] of Object.entries(data as Readonly<Record<string, string>>))
        writeFileSync(join(directories[name], key), Buffer.from(text, 'base64'));
    }
    return directories;
  }

  private layOut(token: string): string {
    const directory = join(this.directory, `account-${String(this.count)}`);
    mkdirSync(directory);
    for (const [name, text] of Object.entries({ token, 'ca.crt': this.api.cluster.authority, namespace }))
      writeFileSync(join(directory, name), text);
    return directory;
  }
}

const podsPath = `/api/v1/namespaces/${namespace}/pods`;

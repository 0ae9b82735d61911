import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { helmProgram } from '../build-kubernetes-api';

/** What a person sees who typed a command. */
export interface Seen {
  readonly text: string;
  readonly status: number;
}

export const repository = join(import.meta.dirname, '../../../..');

/** Runs what a person types in the repository's root, with a kubeconfig; both outputs in one, as on a terminal. */
export function typed(command: string, kubeconfig: string, home: string): Promise<Seen> {
  const [program, ...words] = command.split(' ');
  if (program !== 'helm') throw new Error(`Nobody here has ${program ?? 'nothing'}`);
  return new Promise((resolve, reject) => {
    const child = spawn(helmProgram, words, {
      cwd: repository,
      // Neither the settings nor the clusters of whoever runs the tests.
      env: { HOME: home, KUBECONFIG: kubeconfig },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ text: Buffer.concat(chunks).toString(), status: code ?? -1 });
    });
  });
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { etcdProgram } from './build-kubernetes-api';
import { freePort, RunningProgram } from './running-program';

/** An etcd that runs; `url` is for its clients. */
export interface Etcd {
  readonly url: string;
  readonly program: RunningProgram;
}

/** Starts an etcd on free ports, with its data in a directory; resolves when it is ready. */
export async function startEtcd(directory: string): Promise<Etcd> {
  const url = `http://127.0.0.1:${String(await freePort())}`;
  const peers = `http://127.0.0.1:${String(await freePort())}`;
  mkdirSync(directory, { recursive: true });
  const program = new RunningProgram(
    etcdProgram,
    [
      '--data-dir=' + join(directory, 'data'),
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peers}`,
      `--initial-advertise-peer-urls=${peers}`,
      `--initial-cluster=default=${peers}`,
      // What is lost with the machine is not missed.
      '--unsafe-no-fsync',
      '--log-level=error',
    ],
    join(directory, 'log'),
  );
  await program.untilReady(async () => (await fetch(`${url}/health`)).ok);
  return { url, program };
}

/** Forgets every version of every object but the newest, as an API server has it done every five minutes. */
export async function compact(etcdUrl: string): Promise<void> {
  const ask = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${etcdUrl}/v3/kv/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`etcd, ${path}: ${await answer.text()}`);
    return answer.json();
  };
  const { header } = (await ask('range', { key: 'AA==' })) as { header: { revision: string } };
  await ask('compaction', { revision: header.revision, physical: true });
}

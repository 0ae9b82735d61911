import { CatchingUpPace } from '@calico-readiness/agent';
import type { ObjectStore } from '../kubernetes/object-store';
import { firstLag } from './first-lag';
import { publishPeers, writePeerReport } from './peer-objects';
import { PeerProcess, type PeerLine } from './peer-process';
import { peerWorld } from './peer-world';

/** Peers that answer, and the pace at which they are to be tested. */
export interface FlowPeers {
  readonly pace: CatchingUpPace;
  readonly device: string;
  /** Resolves when they are gone, to what was written about it. */
  readonly ended: Promise<string>;
  /** Ends them; resolves when their processes are gone, after which the kernel takes the rest. */
  readonly end: () => Promise<void>;
}

/** Milliseconds that all of them may take to begin, on a busy machine. */
const longestStart = 60_000;
/** Milliseconds after which a peer that says nothing is not there. */
const silent = 5_000;
/** Peers run for so long when the tests begin, in milliseconds. */
const peersBefore = 120_000;

/**
 * Makes peers of this machine, publishes them in the API, and keeps their reports. Resolves once each of them answers, to
 * the peers, or else to what is in their way; they are ended then.
 */
export const startFlowPeers = async (store: ObjectStore, nodeName: string): Promise<FlowPeers | string> => {
  const world = peerWorld(nodeName);
  if (world === undefined) return 'all addresses of 198.51.100.0/24 are taken';
  const lag = firstLag(world, Date.now());
  const heard = new Map<string, { readonly line: PeerLine; readonly at: number }>();
  let allThere: (() => void) | undefined;
  const starting = new Promise<undefined>((resolve) => (allThere = () => resolve(undefined)));
  const since = Date.now() - lag - peersBefore;
  const peers = new PeerProcess(world, lag + peersBefore, (line) => {
    heard.set(line.peer, { line, at: performance.now() });
    if (heard.size === world.peers.length) allThere?.();
  });
  const late = new Promise<string>((resolve) => {
    setTimeout(resolve, longestStart, `they did not begin within ${longestStart / 1000} seconds`).unref();
  });
  const failure = await Promise.race([starting, late, peers.ended]);
  if (failure !== undefined) {
    await peers.end();
    return (await peers.ended) || failure || 'they ended at once';
  }
  const pace: CatchingUpPace = new CatchingUpPace(lag, (left) => {
    peers.setLag(left);
    report();
  });
  const report = (): void => {
    const now = pace.clock.wall();
    for (const { line, at } of heard.values())
      if (performance.now() - at < silent) writePeerReport(store, line, { since, now });
  };
  peers.setLag(lag);
  publishPeers(store, world);
  report();
  const timer = setInterval(report, 15_000).unref();
  void peers.ended.then(() => clearInterval(timer));
  return { pace, device: peers.device, ended: peers.ended, end: () => peers.end() };
};

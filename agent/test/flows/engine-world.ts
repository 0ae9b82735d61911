import type {
  ExternalSessions,
  FlowAnswers,
  FlowKey,
  IpFamily,
  Peer,
  PeerNetwork,
  ProfileValues,
  Standing,
} from '@calico-readiness/requirements';
import { defaultProfileValues, epochLength, needsAnswer, ringOf } from '@calico-readiness/requirements';
import { AskedPeers } from '../../src/flow-agent/asked/asked-peers';
import type { Clock } from '../../src/flow-agent/clock';
import type { FlowSettings } from '../../src/flow-agent/situation';
import type { PeerStanding } from '../../src/flow-agent/knowledge/proofs';
import { FlowEngine, stepInterval } from '../../src/flow-agent/flow-engine';
import type { FlowSeen, VisitQuestion } from '../../src/flow-agent/visits/visit-probe';
import { silentLog } from '../../src/foundation/agent-log';
import { manyPeers } from './many-peers';

/** A whole number of epochs and rounds since 1970. */
const begin = 400_000 * 25 * epochLength;

/** BGP and Typha alone. */
export const bgpAndTypha: ProfileValues = { ...defaultProfileValues, encapsulation: [], bgp: true, typha: true };

/** What the network of a test does with a flow to a peer. */
export type Network = (peer: Peer, flow: FlowKey, time: number) => FlowSeen;

export const open: FlowSeen = { outcome: 'open' };
export const filtered = { outcome: 'filtered', said: 'no answer in 2 times 3 s' } as const satisfies FlowSeen;

/** One engine, of node-0 unless another is named, with a list, a network and a time of its own. */
export class EngineWorld {
  readonly visits: { readonly peer: string; readonly flows: readonly FlowKey[]; readonly at: number }[] = [];
  readonly asked: string[] = [];
  settings: FlowSettings = { profile: bgpAndTypha, enabled: true };
  list: { ring: ReturnType<typeof ringOf> | undefined; network: PeerNetwork; refresh: () => Promise<void> };
  standingOf: (peer: string) => (Standing & { readonly answers?: PeerStanding['answers'] }) | undefined = () =>
    undefined;
  /** That this node answers challenges. */
  answers: FlowAnswers | undefined;
  /** Milliseconds that a visit takes, and by which the clock is set meanwhile. */
  visitTakes = 100;
  setDuringVisit = 0;
  network: Network = () => open;
  /** What is seen of sessions with speakers of BGP that are no nodes. */
  external: (family: IpFamily) => ExternalSessions | undefined = () => undefined;
  readonly engine: FlowEngine;
  readonly askedPeers: AskedPeers;
  private steady = 1_000_000;
  private ahead = begin - 1_000_000;
  readonly clock: Clock = { wall: () => this.steady + this.ahead, steady: () => this.steady };

  constructor(peers: readonly Peer[] = manyPeers(100), nodeName = 'node-0') {
    this.list = {
      ring: ringOf(peers),
      network: { tunnels: undefined, bgpPassword: 'no' },
      refresh: () => Promise.resolve(),
    };
    this.askedPeers = new AskedPeers(this.clock);
    this.engine = new FlowEngine({
      nodeName,
      list: this.list,
      probes: [{ tests: (flow) => !flow.startsWith('vxlan'), longestMs: 6_000, visit: this.visit }],
      answering: {
        settle: () => undefined,
        answersOf: (flow) => (needsAnswer(flow) ? this.answers : undefined),
      },
      asked: this.askedPeers,
      external: { look: () => Promise.resolve(), lookAgain: () => undefined, of: (family) => this.external(family) },
      settings: () => this.settings,
      standingOf: (peer) => {
        this.asked.push(peer);
        const standing = this.standingOf(peer);
        return Promise.resolve(standing && { answers: new Map<never, never>(), ...standing });
      },
      clock: this.clock,
      log: silentLog,
    });
  }

  get time(): number {
    return this.clock.wall() - begin;
  }

  pass(milliseconds: number): void {
    this.steady += milliseconds;
  }

  setClock(by: number): void {
    this.ahead += by;
  }

  async run(minutes: number): Promise<void> {
    for (const end = this.steady + minutes * 60_000; this.steady < end;) {
      const before = this.steady;
      await this.engine.step();
      this.steady = Math.max(this.steady, before + stepInterval);
    }
  }

  flow(key: FlowKey) {
    return this.engine.tests.flows.find(({ flow }) => flow === key);
  }

  private readonly visit = ({ peer, flows }: VisitQuestion): Promise<ReadonlyMap<FlowKey, FlowSeen>> => {
    this.visits.push({ peer: peer.name, flows, at: this.time });
    const seen = new Map(flows.map((flow) => [flow, this.network(peer, flow, this.time)]));
    this.steady += this.visitTakes;
    this.ahead += this.setDuringVisit;
    return Promise.resolve(seen);
  };
}

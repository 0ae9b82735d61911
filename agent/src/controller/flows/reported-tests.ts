import type { FlowAnswers, FlowKey, FlowReport } from '@calico-readiness/requirements';
import { flowKeys, mostFailingPeers, mostNodes, readFlowAnswers } from '@calico-readiness/requirements';
import { isRecord } from '../../publish/carried-on';

/** What is kept of one flow that a node tests: small, since there are thousands of them. */
export interface KeptFlow {
  readonly flow: FlowKey;
  readonly tested: number;
  readonly blocked: number;
  /** Of each failing peer its key, the four times in seconds since 1970, and 1 where it is proven, else 0. */
  readonly failing: readonly number[];
  readonly answers?: FlowAnswers;
}

const numbersOfPeer = 6;
/** Different results without a failing peer that are kept to be shared. */
const mostShared = 5_000;
/** Seconds since 1970 of a time beyond which none is meant. */
const latestTime = 2 ** 33;
const noPeer: readonly number[] = [];

/** Reads the fact `flowTests` of reports, of which nothing is trusted. Nodes that tested as much share what is kept. */
export class FlowTestReader {
  private readonly shared = new Map<string, KeptFlow>();

  /** One for each flow, in their order; undefined where the facts have no tests. */
  read(facts: unknown): readonly KeptFlow[] | undefined {
    const tests = isRecord(facts) ? facts['flowTests'] : undefined;
    const list = isRecord(tests) ? tests['flows'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const entries = list.slice(0, flowKeys.length).filter(isRecord);
    return flowKeys.flatMap((flow) => {
      const entry = entries.find((candidate) => candidate['flow'] === flow);
      return entry === undefined ? [] : [this.flow(flow, entry)];
    });
  }

  private flow(flow: FlowKey, entry: Readonly<Record<string, unknown>>): KeptFlow {
    const failing = failingOf(entry['failing']);
    const named = failing.length / numbersOfPeer;
    const blocked = Math.max(countOf(entry['blocked']), named);
    const tested = Math.max(countOf(entry['tested']), blocked);
    const answers = readFlowAnswers(entry['answers']);
    if (named > 0 || answers !== undefined)
      return { flow, tested, blocked, failing, ...(answers !== undefined && { answers }) };
    const key = `${flow} ${String(tested)} ${String(blocked)}`;
    const known = this.shared.get(key);
    if (known !== undefined) return known;
    if (this.shared.size >= mostShared) this.shared.clear();
    const kept = { flow, tested, blocked, failing: noPeer };
    this.shared.set(key, kept);
    return kept;
  }
}

/** The same as those who look for causes want it. */
export function flowReport({ flow, tested, blocked, failing, answers }: KeptFlow): FlowReport {
  const peers = Array.from({ length: failing.length / numbersOfPeer }, (_, index) => {
    const [target = 0, first = 0, failed = 0, recent = 0, last = 0, proven = 0] = failing.slice(
      index * numbersOfPeer,
      (index + 1) * numbersOfPeer,
    );
    const [firstAt, failedAt, recentAt, lastAt] = [first * 1000, failed * 1000, recent * 1000, last * 1000];
    return { target, firstAt, failedAt, recentAt, lastAt, proven: proven === 1 };
  });
  return { flow, tested, blocked, failing: peers, ...(answers !== undefined && { answers }) };
}

function failingOf(list: unknown): readonly number[] {
  const peers = (Array.isArray(list) ? list : []).slice(0, mostFailingPeers).filter(isRecord);
  const keys = new Set<number>();
  const numbers = peers.flatMap(({ key, firstAt, failedAt, recentAt, lastAt, proven }): readonly number[] => {
    const times = [firstAt, failedAt, recentAt, lastAt];
    if (!isWhole(key, 2 ** 32) || keys.has(key) || !times.every((time) => isWhole(time, latestTime))) return [];
    keys.add(key);
    return [key, ...times, proven === true ? 1 : 0];
  });
  return numbers.length === 0 ? noPeer : numbers;
}

const isWhole = (value: unknown, end: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < end;

const countOf = (value: unknown): number => (isWhole(value, mostNodes) ? value : 0);

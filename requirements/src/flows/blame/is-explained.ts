import { mostFailingPeers } from '../plan/plan-limits';
import type { Ring } from '../plan/ring';
import type { FlowReport } from '../plan/test-report';
import type { Candidate } from './candidates';
import type { Coverage } from './coverage';
import { groupMembers } from './coverage';
import type { FailedEdge, FlowEvidence } from './failed-edges';
import type { Fault } from './fault';

/** This part of the tested pairs has to fail before their common side is blamed. */
const mostOfThem = 0.8;
/** Fewer pairs than this have nothing in common that would be no accident. */
const fewest = 3;

/** What is asked of a candidate. */
export interface Testimony extends FlowEvidence {
  readonly ring: Ring;
  readonly coverage: Coverage;
}

/** Whether the pairs that a fault would block do fail: nearly all of those that were tested, and from several nodes. */
export function isExplained(candidate: Candidate, testimony: Testimony): boolean {
  const { fault } = candidate;
  switch (fault.kind) {
    case 'everywhere':
      return everywhereFails(candidate, testimony);
    case 'path':
      return pathFails(candidate, fault, testimony);
    case 'target':
      return targetFails(candidate, fault.node, testimony);
    case 'source':
      return sourceFails(candidate, fault.node, testimony);
    case 'group':
    case 'pair':
      // Made of what was found, and no candidates.
      return false;
    default:
      return fault satisfies never;
  }
}

const distinct = (numbers: readonly number[]): number => new Set(numbers).size;

function everywhereFails({ edges }: Candidate, { reports }: Testimony): boolean {
  let [tested, blocked, failing] = [0, 0, 0];
  for (const report of reports.values()) {
    tested += report.tested;
    blocked += report.blocked;
    failing += Number(report.blocked >= report.tested * mostOfThem);
  }
  const enough =
    distinct(edges.map(({ source }) => source)) >= fewest && distinct(edges.map(({ target }) => target)) >= fewest;
  return enough && blocked >= tested * mostOfThem && failing >= reports.size * mostOfThem;
}

function sourceFails({ edges }: Candidate, node: number, { reports }: Testimony): boolean {
  const report = reports.get(node);
  if (report === undefined || edges.length < Math.min(fewest, report.tested)) return false;
  return edges.length > 1 && report.blocked >= report.tested * mostOfThem;
}

/** A report names ten peers of a flow, and fewer where many flows fail; the others are counted. */
const namesNotAll = ({ blocked, failing }: FlowReport): boolean =>
  Math.max(blocked, failing.length) >= mostFailingPeers;

/** Of the nodes that tested it lately those that name it; one that names ten others may have left it out. */
function targetFails({ edges }: Candidate, node: number, { ring, coverage, reports }: Testimony): boolean {
  const key = ring.peers[node]?.key;
  const naming = new Set(edges.map(({ source }) => source));
  let [agreeing, denying] = [0, 0];
  for (const source of new Set(coverage.sourcesOf(node))) {
    const report = reports.get(source);
    if (naming.has(source)) agreeing += 1;
    // Who names it too early for a proof denies nothing.
    else if (report !== undefined && report.tested > 0 && !namesNotAll(report))
      denying += Number(!report.failing.some(({ target }) => target === key));
  }
  return naming.size >= fewest && agreeing >= 2 && agreeing >= (agreeing + denying) * mostOfThem;
}

function pathFails({ edges }: Candidate, fault: Fault & { kind: 'path' }, testimony: Testimony): boolean {
  const { ring, coverage, reports } = testimony;
  const groups = ring.groups[fault.grouping];
  const [from = [], to = []] = [groups.get(fault.from), groups.get(fault.to)];
  const targets = new Set(edges.map(({ target }) => target));
  const bySource = namedBySource(edges, coverage);
  if (bySource.size < 2 || targets.size < 2 || edges.length < fewest) return false;
  const members = groupMembers(ring, to);
  let [tested, blocked, covering, agreeing] = [0, 0, 0, 0];
  for (const source of from) {
    const report = reports.get(source);
    const share = report === undefined || report.tested === 0 ? 0 : coverage.shareIn(source, members);
    if (report === undefined || share === 0) continue;
    const { named, lately } = bySource.get(source) ?? { named: 0, lately: 0 };
    // Agents of an earlier version count a peer twice that they visited twice, which shows where there are few of them.
    tested += Math.min(report.tested, coverage.countOf(source)) * share;
    // Who names ten counts the others: they are shared out as the ten are.
    blocked += namesNotAll(report) ? (report.blocked * named) / Math.max(1, report.failing.length) : lately;
    covering += 1;
    agreeing += Number(named > 0);
  }
  // In a small group each member has to be among the failing, or one that is cut off would speak for all.
  const enoughTargets = targets.size >= Math.min(to.length - Number(fault.from === fault.to), 10) * mostOfThem;
  return enoughTargets && agreeing >= covering * mostOfThem && blocked >= tested * mostOfThem;
}

/** How many failing peers each node names, and how many of them it tested lately. */
function namedBySource(
  edges: readonly FailedEdge[],
  coverage: Coverage,
): ReadonlyMap<number, { named: number; lately: number }> {
  const counts = new Map<number, { named: number; lately: number }>();
  for (const { source, target } of edges) {
    const { named, lately } = counts.get(source) ?? { named: 0, lately: 0 };
    counts.set(source, { named: named + 1, lately: lately + Number(coverage.covers(source, target)) });
  }
  return counts;
}

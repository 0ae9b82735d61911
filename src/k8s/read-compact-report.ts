import { connectivity, nodeVerdict, readCompactLine } from '@calico-readiness/requirements';
import type { CompactFinding, CompactReport, Connectivity, NodeVerdict } from '@calico-readiness/requirements';
import type { ListedObject } from './list-answer';
import type { ReadFinding } from './read-findings';
import type { ReadReport } from './read-node-report';
import { worseOf } from './read-node-report';
import { asNumberBetween, asText, asTime, withoutGaps } from './untyped';

/** A report as its row of a table tells it, without its profile. */
export interface CompactlyRead {
  readonly report: ReadReport;
  /** The same for all reports that were judged by the same profile. */
  readonly profileMark: string;
}

/** What many reports have in common: the same findings are there once. */
interface Judged {
  readonly findings: ReadonlyMap<string, ReadFinding>;
  readonly verdict: NodeVerdict;
  readonly connectivity: Connectivity;
}

/** Most different findings that are kept for rows to come. */
const mostRemembered = 10_000;
const judgedBefore = new Map<string, Judged>();
const findingsBefore = new Map<string, ReadFinding>();

/** Undefined for a row without a line, or with one that this catalogue does not understand. */
export function readCompactReport({ name, cell }: ListedObject): CompactlyRead | undefined {
  const line = cell('Compact');
  const compact = readCompactLine(line);
  if (compact === undefined || typeof line !== 'string') return undefined;
  const judged = judge(line, compact);
  const { architecture, operatingSystem } = compact;
  return {
    profileMark: compact.profileMark,
    report: withoutGaps({
      name,
      isCompact: true as const,
      line,
      nodeUid: compact.nodeUID,
      observedAt: asTime(cell('ObservedAt')),
      reportIntervalSeconds: asNumberBetween(10, 86_400, compact.reportIntervalSeconds) ?? 10,
      agentVersion: asText(cell('Agent')),
      calicoVersion: asText(cell('Calico')),
      verdict: worseOf(compact.verdict, judged.verdict),
      connectivity: judged.connectivity,
      findings: judged.findings,
      facts: withoutGaps({
        architecture,
        kernelRelease: asText(cell('Kernel')),
        operatingSystem: operatingSystem && withoutGaps({ ...operatingSystem, prettyName: asText(cell('OS')) }),
      }),
    }),
  };
}

/** The fields of the line from the node's verdict to since when. */
const judgedFields = (line: string): string => line.split(' ', 6).slice(2).join(' ');

function judge(line: string, { findings }: CompactReport): Judged {
  const key = judgedFields(line);
  const known = judgedBefore.get(key);
  if (known !== undefined) return known;
  const read = new Map(findings.map((finding) => [finding.requirement, readFinding(finding)]));
  const list = [...read.values()];
  const judged = { findings: read, verdict: nodeVerdict(list), connectivity: connectivity(list) };
  if (judgedBefore.size >= mostRemembered) judgedBefore.clear();
  judgedBefore.set(key, judged);
  return judged;
}

function readFinding({ requirement, verdict, reason, since }: CompactFinding): ReadFinding {
  const finding = { requirement, verdict, reason, observed: '' };
  if (since !== undefined) return { ...finding, since: since * 1000 };
  // As many as the catalogue has reasons.
  const key = `${requirement} ${verdict} ${reason}`;
  const known = findingsBefore.get(key) ?? finding;
  findingsBefore.set(key, known);
  return known;
}

import type {
  CauseOnNode,
  NodeVerdictWithWaivers,
  NodeWaivers,
  ReadWaiver,
  Verdict,
} from '@calico-readiness/requirements';
import { catalogue, verdictWithWaivers, waiverOf } from '@calico-readiness/requirements';
import type { ReportSummary } from './report-summary';

/** The waiver that covers each finding of a report that one covers, by requirement. */
export type WaivedFindings = ReadonlyMap<string, ReadWaiver>;

const nothing: WaivedFindings = new Map();
const places = new Map<string, number>(catalogue.map(({ id }, index) => [id, index]));

/** What the waivers of a node cover of its report. Takes time by the number of its waivers. */
export function waivedFindings(report: ReportSummary, waivers: NodeWaivers): WaivedFindings {
  if (waivers.size === 0) return nothing;
  const waived = new Map<string, ReadWaiver>();
  for (const requirement of waivers.keys()) {
    const verdict = verdictOf(report, requirement);
    const waiver = verdict && waiverOf(waivers, { requirement, verdict });
    if (waiver !== undefined) waived.set(requirement, waiver);
  }
  return waived;
}

/** Undefined for a requirement that the report does not mention. */
function verdictOf({ verdicts, causes }: ReportSummary, requirement: string): Verdict | undefined {
  const place = places.get(requirement);
  if (place !== undefined) return verdicts[place];
  // One that only the agent's catalogue knows is kept where it is not met.
  for (const { findings } of causes)
    for (const finding of findings) if (finding.requirement === requirement) return finding.verdict;
  return undefined;
}

/** Whether all of a cause is waived on this node. */
export const isWaived = ({ findings }: CauseOnNode, waived: WaivedFindings): boolean =>
  waived.size > 0 && findings.every(({ requirement }) => waived.has(requirement));

/** The node's verdict; its causes hold all that is not met and could keep it from being ready. */
export const verdictOfNode = ({ verdict, causes }: ReportSummary, waived: WaivedFindings): NodeVerdictWithWaivers =>
  waived.size === 0
    ? verdict
    : verdictWithWaivers(
        verdict,
        causes.flatMap(({ findings }) => findings),
        waived,
      );

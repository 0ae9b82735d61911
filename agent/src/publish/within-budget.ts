import type {
  FailingFlowPeer,
  NodeReportStatus,
  ReportedFacts,
  ReportedFinding,
  ReportedGap,
} from '@calico-readiness/requirements';
import { fewFailingPeers, flowKeys, hostFactNames } from '@calico-readiness/requirements';
import { oneLine } from '../foundation/untrusted-text';

/** The most that a report's status may take, in bytes of compact JSON in UTF-8. Genuine hosts need two thirds of it. */
export const statusBudget = 15_500;

/** What is given up, first to last, until a report fits. No verdict and no reason is ever given up. */
const sacrifices: readonly ((status: NodeReportStatus) => NodeReportStatus)[] = [
  withoutPredictions,
  withFewFailingPeers,
  withoutFlowTest,
  (status) => withTextsOf(status, 64),
  withoutLargestFacts,
  (status) => withTextsOf(status, 16),
];

/**
 * The status of a report that a list of thousands can hold. What a host makes larger than any genuine one loses what was
 * predicted first, then most of the peers with which flows fail, then what became of peers that somebody asked for, then the length of what was seen, then whole facts, largest first: each becomes a gap that says `too-large`, because half
 * a fact would be judged as a whole one.
 */
export function withinBudget(status: NodeReportStatus): NodeReportStatus {
  let fitting = status;
  for (const sacrifice of sacrifices) {
    if (sizeOf(fitting) <= statusBudget) break;
    fitting = sacrifice(fitting);
  }
  return fitting;
}

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

function withoutPredictions(status: NodeReportStatus): NodeReportStatus {
  const findings = status.findings.map((finding) => {
    const kept: ReportedFinding = { ...finding };
    Reflect.deleteProperty(kept, 'prediction');
    return kept;
  });
  return { ...status, findings };
}

/** With one failing peer of a flow, or two, and no word of what was seen of it: enough to judge by, and for a list of causes. */
function withFewFailingPeers(status: NodeReportStatus): NodeReportStatus {
  const { flowTests } = status.facts;
  if (flowTests === undefined) return status;
  const { flows, ...rest } = fewFailingPeers(flowTests, flowKeys.length);
  const wordless = flows.map((flow) => ({ ...flow, failing: flow.failing.map(withoutWord) }));
  return { ...status, facts: { ...status.facts, flowTests: { ...rest, flows: wordless } } };
}

function withoutWord(peer: FailingFlowPeer): FailingFlowPeer {
  const kept: FailingFlowPeer = { ...peer };
  Reflect.deleteProperty(kept, 'said');
  return kept;
}

/** Who asked for a test of peers waits in vain then, and sees by the findings what became of it. */
function withoutFlowTest(status: NodeReportStatus): NodeReportStatus {
  const kept: NodeReportStatus = { ...status };
  Reflect.deleteProperty(kept, 'flowTest');
  return kept;
}

/** With every text that comes from a host or an object no longer than so many code points. */
function withTextsOf(status: NodeReportStatus, length: number): NodeReportStatus {
  const { findings, facts, profile } = status;
  const shortened = ({ fact, reason, source }: ReportedGap): ReportedGap => ({
    fact,
    reason,
    source: oneLine(source, length),
  });
  return {
    ...status,
    findings: findings.map((finding) =>
      finding.observed === undefined ? finding : { ...finding, observed: oneLine(finding.observed, length) },
    ),
    facts: facts.unavailable === undefined ? facts : { ...facts, unavailable: facts.unavailable.map(shortened) },
    profile: Object.fromEntries(
      Object.entries(profile).map(([name, field]) => [
        name,
        field.from === undefined ? field : { ...field, from: oneLine(field.from, length) },
      ]),
    ) as typeof profile,
  };
}

function withoutLargestFacts(status: NodeReportStatus): NodeReportStatus {
  let excess = sizeOf(status) - statusBudget;
  const kept: Record<string, unknown> = { ...status.facts };
  const gaps = [...(status.facts.unavailable ?? [])];
  const bySize = hostFactNames
    .filter((name) => kept[name] !== undefined)
    .map((name) => ({ name, size: sizeOf(kept[name]) + sizeOf(name) }))
    .sort((one, other) => other.size - one.size);
  for (const { name, size } of bySize) {
    const gap: ReportedGap = { fact: name, reason: 'too-large', source: 'NodeReport' };
    if (excess <= 0 || size <= sizeOf(gap)) break;
    Reflect.deleteProperty(kept, name);
    if (name === 'services') Reflect.deleteProperty(kept, 'servicesNotInstalled');
    gaps.push(gap);
    excess -= size - sizeOf(gap);
  }
  return { ...status, facts: { ...(kept as ReportedFacts), unavailable: gaps } };
}

import { catalogue, requirementById } from '@calico-readiness/requirements';
import type { ClusterProfile, Finding } from '@calico-readiness/requirements';
import type { ReadFinding } from '../../k8s/read-findings';
import type { ReadReport } from '../../k8s/read-node-report';
import { whatIfUndecided } from '../reason-text';
import { judgedAgain, judgedUnder } from './judged-facts';

/** Where the finding of a requirement stands in what `evaluateNode` gives, which is in catalogue order whatever the release. */
const positions = new Map<string, number>(
  catalogue.filter(({ scope }) => scope !== 'cluster').map(({ id }, index) => [id, index]),
);

const saySame = (one: Finding | undefined, other: Finding | undefined): boolean =>
  one?.verdict === other?.verdict && one?.reason === other?.reason;

/**
 * The findings of a report under another profile, judged from its facts alone. What the profile has no influence on
 * stays as it was reported. The facts of a report may be too few to repeat a finding of its agent; then it cannot
 * be decided, as it cannot for a requirement that this catalogue does not know, or a report that does not say what
 * it was judged against.
 */
export function findingsUnder(
  report: ReadReport,
  profile: ClusterProfile | undefined,
): ReadonlyMap<string, ReadFinding> {
  const { profile: own } = report;
  if (own === undefined || profile === undefined)
    return new Map([...report.findings.keys()].map((id) => [id, undecided(id)]));
  const now = judgedAgain(report.facts, own);
  const then = judgedUnder(report.facts, own, profile);
  const ofThese = alike.get(report.findings) ?? new WeakMap<readonly Finding[], Alike>();
  alike.set(report.findings, ofThese);
  const known = ofThese.get(then);
  if (known?.now === now) return known.findings;
  const findings = joined(report.findings, now, then);
  ofThese.set(then, { now, findings });
  return findings;
}

interface Alike {
  readonly now: readonly Finding[];
  readonly findings: ReadonlyMap<string, ReadFinding>;
}

/** By what was reported and what is judged: thousands of nodes say the same, and then share what comes of it. */
const alike = new WeakMap<ReadReport['findings'], WeakMap<readonly Finding[], Alike>>();

function joined(
  reports: ReadReport['findings'],
  now: readonly Finding[],
  then: readonly Finding[],
): ReadonlyMap<string, ReadFinding> {
  const findings = new Map<string, ReadFinding>();
  for (const [id, reported] of reports) {
    const at = positions.get(id) ?? -1;
    findings.set(id, findingUnder(id, reported, now[at], then[at]));
  }
  for (const finding of then) if (!findings.has(finding.requirement)) findings.set(finding.requirement, finding);
  return findings;
}

function findingUnder(
  id: string,
  reported: ReadFinding,
  now: Finding | undefined,
  then: Finding | undefined,
): ReadFinding {
  if (then === undefined)
    return requirementById(id) === undefined
      ? undecided(id)
      : { requirement: id, verdict: 'NotApplicable', reason: 'NotApplicable', observed: '' };
  if (!saySame(now, then)) return then;
  // The profile makes no difference. A gap in the facts must not pass for the agent's certainty, or the other way round.
  const lost = now?.verdict === 'Unknown' && reported.verdict !== 'Unknown' && !isTested(reported, then);
  return lost ? then : reported;
}

/** Traffic decides about flows, not facts; a test of the flow stays true while the flow is the same. */
const isTested = ({ requirement }: ReadFinding, { reason }: Finding): boolean =>
  reason === 'NotTested' && requirementById(requirement)?.scope === 'flow';

const undecided = (requirement: string): ReadFinding => ({
  requirement,
  verdict: 'Unknown',
  reason: whatIfUndecided,
  observed: '',
});

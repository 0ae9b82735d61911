import type { Connectivity, Finding, NodeVerdict, Summary, Verdict } from '../model/finding';
import { verdicts } from '../model/finding';
import { requirementById } from '../catalogue';

/** What a verdict over several findings hangs on; the id may be one of another catalogue. */
export interface JudgedRequirement {
  readonly requirement: string;
  readonly verdict: Verdict;
}

/** Counts findings by verdict. */
export function summarize(findings: readonly Finding[]): Summary {
  const count = (verdict: Finding['verdict']): number =>
    findings.filter((finding) => finding.verdict === verdict).length;
  return {
    pass: count('Pass'),
    warn: count('Warn'),
    fail: count('Fail'),
    unknown: count('Unknown'),
    notApplicable: count('NotApplicable'),
  };
}

/**
 * A node's verdict: NotReady when a required host or flow requirement fails; else Unknown when a required
 * host requirement is unknown; else Ready. A flow that was not tested does not hold Ready back. The
 * findings may come from a report that another catalogue wrote.
 */
export function nodeVerdict(findings: readonly JudgedRequirement[]): NodeVerdict {
  let verdict: NodeVerdict | undefined;
  for (const finding of findings) {
    if (requirementById(finding.requirement)?.scope === 'cluster') continue;
    // What does not apply is no evidence: a report whose other findings cannot be read must not pass for Ready.
    if (finding.verdict === 'NotApplicable') continue;
    if (finding.verdict === 'Fail') return 'NotReady';
    verdict = verdict === 'Unknown' || holdsReadyBack(finding) ? 'Unknown' : 'Ready';
  }
  return verdict ?? 'Unknown';
}

function holdsReadyBack({ requirement: id, verdict }: JudgedRequirement): boolean {
  // A verdict that is not known here decides as little as Unknown does.
  if (verdict !== 'Unknown' && verdicts.includes(verdict)) return false;
  const requirement = requirementById(id);
  // An id that this catalogue does not know may be a required one of a later catalogue.
  return requirement === undefined || (requirement.scope === 'host' && requirement.level === 'required');
}

/** What the flow findings say together: any broken, all applicable verified, or not verified. */
export function connectivity(findings: readonly JudgedRequirement[]): Connectivity {
  let state: Connectivity | undefined;
  for (const { requirement, verdict } of findings) {
    if (verdict === 'NotApplicable' || requirementById(requirement)?.scope !== 'flow') continue;
    if (verdict === 'Fail') return 'Broken';
    state = verdict === 'Pass' && state !== 'NotVerified' ? 'Verified' : 'NotVerified';
  }
  return state ?? 'NotVerified';
}

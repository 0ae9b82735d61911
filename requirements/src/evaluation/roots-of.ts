import { roots } from '../catalogue/roots';
import type { Verdict } from '../model/finding';
import type { Root, RootedFinding } from '../model/root';

/** A finding as far as its root hangs on it. */
export interface JudgedFinding extends RootedFinding {
  readonly verdict: Verdict;
}

/** A root and the findings that come from it, in the order given. */
export interface FoundRoot<Finding extends JudgedFinding = JudgedFinding> {
  readonly root: Root;
  /** The worst of the findings'; Unknown may hide a failure and ranks above Warn. */
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Fewer findings are their own cause. */
const fewestFindings = 2;

const worstFirst = ['Fail', 'Unknown', 'Warn'] as const satisfies readonly Verdict[];

/** The roots of one node's findings, worst first. A finding has at most one root; one that passes or does not apply has none. */
export function rootsOf<Finding extends JudgedFinding>(findings: readonly Finding[]): FoundRoot<Finding>[] {
  const byRoot = new Map<Root, Finding[]>();
  for (const finding of findings) {
    if (finding.verdict === 'Pass' || finding.verdict === 'NotApplicable') continue;
    const root = roots.find((candidate) => candidate.explains(finding));
    if (root !== undefined) byRoot.set(root, [...(byRoot.get(root) ?? []), finding]);
  }
  const found = [...byRoot].filter(([, explained]) => explained.length >= fewestFindings);
  return worstFirst.flatMap((verdict) =>
    found
      .filter(([, explained]) => worstFirst.find((worst) => explained.some((one) => one.verdict === worst)) === verdict)
      .map(([root, explained]) => ({ root, verdict, findings: explained })),
  );
}

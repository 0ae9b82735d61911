import { withTested } from '@calico-readiness/requirements';
import type { Finding, TestedFinding } from '@calico-readiness/requirements';

/** Different traffic of which it is remembered what comes of it, for each kind of node. */
const mostRemembered = 256;

/** By the findings without traffic, and what traffic makes. */
const joined = new WeakMap<readonly Finding[], Map<string, readonly Finding[]>>();

/** One list for all nodes of a kind on which traffic shows the same, so that what follows from it is found once. */
export function joinedFindings(untested: readonly Finding[], tested: readonly TestedFinding[]): readonly Finding[] {
  const text = textOf(tested);
  const ofKind = joined.get(untested) ?? new Map<string, readonly Finding[]>();
  joined.set(untested, ofKind);
  const known = ofKind.get(text);
  if (known !== undefined) return known;
  const findings = withTested(untested, tested);
  if (ofKind.size >= mostRemembered) ofKind.clear();
  ofKind.set(text, findings);
  return findings;
}

/** The same for the same findings in the same places, and for no others. */
function textOf(tested: readonly TestedFinding[]): string {
  let text = '';
  for (const { finding, index } of tested) text += `${String(index)} ${String(numberOf(finding))};`;
  return text;
}

const numbers = new WeakMap<Finding, number>();
let latest = 0;

/** Findings that say the same are one object, as far as they are remembered. */
function numberOf(finding: Finding): number {
  const number = numbers.get(finding) ?? (latest += 1);
  numbers.set(finding, number);
  return number;
}

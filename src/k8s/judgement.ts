import { connectivity, nodeVerdict } from '@calico-readiness/requirements';
import type { Connectivity, NodeVerdict } from '@calico-readiness/requirements';
import type { ReadFinding } from './read-findings';

/** What the findings of one report say together. */
export interface Judgement {
  readonly verdict: NodeVerdict;
  readonly connectivity: Connectivity;
}

const known = new WeakMap<ReadonlyMap<string, ReadFinding>, Judgement>();

/** Remembered by the findings, which reports may share. */
export function judgementOf(findings: ReadonlyMap<string, ReadFinding>): Judgement {
  const found = known.get(findings);
  if (found !== undefined) return found;
  const list = [...findings.values()];
  const judgement = { verdict: nodeVerdict(list), connectivity: connectivity(list) };
  known.set(findings, judgement);
  return judgement;
}

import type { JudgedFinding, NodeVerdict, Verdict } from '@calico-readiness/requirements';
import { verdicts } from '@calico-readiness/requirements';
import { oneLine } from '../../foundation/untrusted-text';
import { isRecord } from '../../publish/carried-on';

/** Reason and message of a condition. */
export interface Explained {
  readonly reason: string;
  readonly message: string;
}

/** Characters of a message, as the definition of NodeReport has it. */
const longestMessage = 512;
const idPattern = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const reasonPattern = /^[A-Z][A-Za-z0-9]{0,62}$/;
const findingsWorstFirst: readonly Verdict[] = ['Fail', 'Unknown', 'Warn', 'Pass', 'NotApplicable'];

/** One for each requirement; of several the worst. What does not look like a finding is none. */
export function findingsOf({ findings, notApplicable }: Readonly<Record<string, unknown>>): readonly JudgedFinding[] {
  const found = new Map<string, JudgedFinding>();
  const put = (finding: JudgedFinding): void => {
    const before = found.get(finding.requirement);
    const rank = (verdict: Verdict): number => findingsWorstFirst.indexOf(verdict);
    if (before === undefined || rank(finding.verdict) < rank(before.verdict)) found.set(finding.requirement, finding);
  };
  for (const finding of Array.isArray(findings) ? findings : []) {
    if (!isRecord(finding)) continue;
    const { requirement, verdict, reason } = finding;
    if (!isId(requirement)) continue;
    put({
      requirement,
      verdict: verdicts.find((candidate) => candidate === verdict) ?? 'Unknown',
      reason: typeof reason === 'string' && reasonPattern.test(reason) ? reason : 'Unknown',
    });
  }
  for (const requirement of Array.isArray(notApplicable) ? notApplicable : [])
    if (isId(requirement)) put({ requirement, verdict: 'NotApplicable', reason: 'NotApplicable' });
  return [...found.values()];
}

const verdictOfStatus: ReadonlyMap<unknown, NodeVerdict> = new Map([
  ['True', 'Ready'],
  ['False', 'NotReady'],
  ['Unknown', 'Unknown'],
]);

/** The verdict that the condition Ready stands for, with what it says of it. */
export function readyCondition(conditions: unknown): { verdict: NodeVerdict; explained: Explained } | undefined {
  const found = (Array.isArray(conditions) ? conditions : []).filter(isRecord).find(({ type }) => type === 'Ready');
  const { status, reason, message } = found ?? {};
  const verdict = verdictOfStatus.get(status);
  if (verdict === undefined || typeof reason !== 'string' || !reasonPattern.test(reason)) return undefined;
  return {
    verdict,
    explained: { reason, message: typeof message === 'string' ? oneLine(message, longestMessage) : '' },
  };
}

const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);

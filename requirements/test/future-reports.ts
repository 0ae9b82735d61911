import type { NodeReportStatus } from '../src/model/report/node-report';

/** A status as a later version may write it. */
export type FutureStatus = Readonly<Record<string, unknown>>;

/** What a later version may do otherwise, and what is left of the report for a reader of today. */
export interface FutureChange {
  readonly what: string;
  readonly change: (status: NodeReportStatus) => FutureStatus;
  /** Whether each finding of the report says the same as before; else something of it is not known any more. */
  readonly isSame: boolean;
  /** Whether the node cannot be called ready any more, whatever it was. */
  readonly isNeverReady: boolean;
}

const known = { isSame: true, isNeverReady: false };
const doubtful = { isSame: false, isNeverReady: true };
export const futureRequirement = 'requirement-of-the-future';
const futureFinding = (verdict: string) => ({
  requirement: futureRequirement,
  verdict,
  reason: 'ReasonOfTheFuture',
  observed: 'x',
});

/** A copy in which every object has one more field, which is no shape of anything. */
export function withUnknownFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, withUnknownFields(field)] as const);
  return { ...Object.fromEntries(fields), fieldOfTheFuture: { of: ['the', 'future', 1, null] } };
}

/** What versions to come may do to a report, one thing at a time. */
export const futureChanges: readonly FutureChange[] = [
  { what: 'with fields that nobody knows, everywhere', change: (s) => withUnknownFields(s) as FutureStatus, ...known },
  {
    what: 'with a reason that nobody knows',
    change: (s) => ({ ...s, findings: s.findings.map((item) => ({ ...item, reason: 'ReasonOfTheFuture' })) }),
    ...known,
  },
  {
    what: 'with a requirement that nobody knows and that is met',
    change: (s) => ({ ...s, findings: [...s.findings, futureFinding('Pass')] }),
    ...known,
  },
  {
    what: 'with a requirement that nobody knows and that is not met',
    change: (s) => ({ ...s, findings: [...s.findings, futureFinding('Fail')] }),
    isSame: true,
    isNeverReady: true,
  },
  {
    what: 'with a requirement that nobody knows and that is undecided',
    change: (s) => ({ ...s, findings: [...s.findings, futureFinding('Unknown')] }),
    isSame: true,
    isNeverReady: true,
  },
  {
    what: 'without a requirement that was removed',
    change: (s) => ({ ...s, findings: s.findings.slice(1) }),
    isSame: false,
    isNeverReady: false,
  },
  {
    what: 'with a verdict word that nobody knows',
    change: (s) => ({ ...s, findings: s.findings.map((item) => ({ ...item, verdict: 'Perfect' })) }),
    ...doubtful,
  },
  {
    what: 'with a verdict on the node that nobody knows',
    change: (s) => ({ ...s, verdict: 'Perfect' }),
    isSame: true,
    isNeverReady: true,
  },
  {
    what: 'with findings in another shape',
    change: (s) => ({ ...s, findings: Object.fromEntries(s.findings.map((item) => [item.requirement, item])) }),
    ...doubtful,
  },
  {
    what: 'with other times',
    change: (s) => ({ ...s, observedAt: 1_767_225_600, reportIntervalSeconds: '15m' }),
    ...known,
  },
];

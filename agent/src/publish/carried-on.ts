import type { NodeReport } from '@calico-readiness/requirements';

/** What a report carries on from the one before it: since when each finding and each condition stands. */
export interface CarriedOn {
  readonly nodeUID?: string;
  readonly findings: readonly CarriedFinding[];
  /** Requirements that did not apply. */
  readonly notApplicable: readonly unknown[];
  readonly conditions: readonly CarriedCondition[];
}

/** A finding as it was stored; `since` only where it is a time. */
export interface CarriedFinding {
  readonly requirement: unknown;
  readonly verdict: unknown;
  readonly reason: unknown;
  readonly since?: string;
}

/** A condition as it was stored. */
export interface CarriedCondition {
  readonly type: unknown;
  readonly status: unknown;
  readonly lastTransitionTime: string;
}

/** RFC 3339, as the `date-time` of a schema wants it. */
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * What can be carried on from a report that the API holds; undefined without a status. Anybody with the right to write
 * the status can have put anything there, and an older schema may have let it pass: what is not as we would have written
 * it is as if it were not there, since one broken report must not end publishing.
 */
export function carriedOn(report: NodeReport | undefined): CarriedOn | undefined {
  const status: unknown = report?.status;
  if (!isRecord(status)) return undefined;
  const { nodeUID } = status;
  return {
    ...(typeof nodeUID === 'string' && { nodeUID }),
    findings: recordsOf(status['findings']).map(({ requirement, verdict, reason, since }) => ({
      requirement,
      verdict,
      reason,
      ...(isTime(since) && { since }),
    })),
    notApplicable: listOf(status['notApplicable']),
    conditions: recordsOf(status['conditions']).flatMap(({ type, status: state, lastTransitionTime }) =>
      isTime(lastTransitionTime) ? [{ type, status: state, lastTransitionTime }] : [],
    ),
  };
}

/** An object with fields, neither null nor a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const recordsOf = (value: unknown) => listOf(value).filter(isRecord);
const isTime = (value: unknown): value is string =>
  typeof value === 'string' && time.test(value) && !Number.isNaN(Date.parse(value));

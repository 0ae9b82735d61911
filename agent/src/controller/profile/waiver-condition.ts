import type { PolicyCondition, ReadinessPolicy } from '@calico-readiness/requirements';
import { inEnglish, nextExpiry, readWaivers, repeatedWaivers } from '@calico-readiness/requirements';

/** The longest that setTimeout waits, milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * Whether every waiver of a policy holds; undefined where there is none, so that a definition that is older than waivers
 * need not know of them. How many findings each covers stands in the ClusterReport: it changes with every node, and all
 * agents watch the policy. `now` is in milliseconds since 1970.
 */
export function waiversValid(
  { spec }: ReadinessPolicy,
  now: number,
): Pick<PolicyCondition, 'status' | 'reason' | 'message'> | undefined {
  const written: unknown = spec?.waivers;
  const { usable, invalid } = readWaivers(written);
  if (usable.length + invalid.length === 0) return undefined;
  const expired = usable.filter(({ expiresAt }) => expiresAt <= now);
  const repeated = [...repeatedWaivers(usable, now)];
  const problems = [
    ...invalid.map(({ index, problem }) => ({
      reason: 'WaiverInvalid',
      message: `${place(index)}: ${inEnglish(problem)}`,
    })),
    ...expired.map(({ index, requirement }) => ({
      reason: 'WaiverExpired',
      message: `${place(index)} for ${requirement} has ended`,
    })),
    ...repeated.map(([index, earlier]) => ({
      reason: 'WaiverRepeated',
      message: `${place(index)} is for the same requirement and the same nodes as ${place(earlier)}`,
    })),
  ];
  const [first] = problems;
  if (first === undefined)
    return { status: 'True', reason: 'WaiversValid', message: 'Every waiver can be used, and none has ended.' };
  return { status: 'False', reason: first.reason, message: `${problems.map(({ message }) => message).join('. ')}.` };
}

const place = (index: number): string => `spec.waivers[${String(index)}]`;

/** Until the next waiver of a policy ends, as far as a timer reaches; Infinity where none does. */
export function millisecondsToExpiry(policy: ReadinessPolicy | undefined, now: number): number {
  const next = nextExpiry(readWaivers(policy?.spec?.waivers).usable, now);
  return next === undefined ? Infinity : Math.min(next - now, longestTimer);
}

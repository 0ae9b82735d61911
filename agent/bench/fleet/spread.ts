import type { AuditedRequest } from './audit-log';
import { countedBySecond, isWrite } from './audit-log';
import type { Spread } from './fleet-figures';

/** How requests spread over the seconds since `from`, milliseconds of the wall clock. */
export function spreadOf(requests: readonly AuditedRequest[], from: number): Spread {
  const seconds = countedBySecond(requests, from);
  const writes = requests.filter(isWrite);
  const first = seconds.findIndex((count) => count > 0);
  let sum = 0;
  const half = seconds.findIndex((count) => (sum += count) >= requests.length / 2);
  const refused: Record<string, number> = {};
  for (const { status } of requests)
    if (status >= 400 && status !== 404) refused[String(status)] = (refused[String(status)] ?? 0) + 1;
  return {
    requests: requests.length,
    writes: writes.length,
    seconds: seconds.length === 0 ? 0 : seconds.length - first,
    busiest: most(seconds),
    busiestWrites: most(countedBySecond(writes, from)),
    half: seconds.length === 0 ? 0 : half - first + 1,
    refused,
  };
}

const most = (counts: readonly number[]): number => counts.reduce((largest, count) => Math.max(largest, count), 0);

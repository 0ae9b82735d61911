import type { AuditedRequest } from './audit-log';
import { countedBySecond, isWrite } from './audit-log';
import type { ListedForm } from './list-forms';
import type { ProcessUsage } from './process-usage';

/** Says lines to whoever waits. */
export const say = (...lines: readonly string[]): boolean => process.stdout.write(`${lines.join('\n')}\n`);

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** How requests and writes spread over the seconds since `from`. */
export function printPerSecond(requests: readonly AuditedRequest[], from: number): void {
  for (const [what, some] of [
    ['requests', requests],
    ['writes', requests.filter(isWrite)],
  ] as const) {
    const seconds = countedBySecond(some, from);
    const total = some.length;
    const busiest = seconds.reduce((most, count) => Math.max(most, count), 0);
    const mean = seconds.length === 0 ? 0 : total / seconds.length;
    const numbers = `${String(total)} in ${String(seconds.length)} s, ${mean.toFixed(1)} a second, at most ${String(busiest)}`;
    say(`  ${what}: ${numbers}; half of them within ${String(shortestHalf(seconds))} s`);
  }
  const refused = requests.filter(({ status }) => status >= 400 && status !== 404).length;
  if (refused > 0) say(`  refused: ${String(refused)}`);
}

/** Seconds until half of all had come, counted from the first. */
function shortestHalf(seconds: readonly number[]): number {
  const half = seconds.reduce((sum, count) => sum + count, 0) / 2;
  const first = seconds.findIndex((count) => count > 0);
  let sum = 0;
  const end = seconds.findIndex((count) => (sum += count) >= half);
  return Math.max(0, end - first + 1);
}

export function printDatabase(bytes: number, writes: number): void {
  const each = writes === 0 ? '' : `, ${String(Math.round(bytes / writes))} bytes for each of ${String(writes)} writes`;
  say(`  etcd grew by ${megabytes(bytes)} MB${each}`);
}

export function printUsage(who: string, before: ProcessUsage, after: ProcessUsage, minutes: number): void {
  const cpu = (((after.cpu - before.cpu) / (minutes * 60)) * 100).toFixed(1);
  say(`  ${who}: ${cpu} % of a core, ${String(after.resident)} MB resident`);
}

export function printLists(forms: readonly ListedForm[]): void {
  for (const { form, bytes, items, milliseconds } of forms) {
    const each = items === 0 ? 0 : Math.round(bytes / items);
    say(`  ${form}: ${megabytes(bytes)} MB, ${String(each)} bytes each, ${String(milliseconds)} ms`);
  }
}

/** Calls, and says what it took of the CPU in milliseconds: that of all threads, so that collecting garbage counts. */
export function cpuOf<Result>(work: () => Result): readonly [milliseconds: number, Result] {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

/** The best of several rounds, which the rest of the machine disturbed least; the median; and what one item takes at best. */
export function describeCpu(what: string, milliseconds: readonly number[], items: number, item: string): string {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const best = sorted[0] ?? 0;
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const each = ((best * 1e6) / items).toFixed(0);
  return `${what}: ${best.toFixed(0)} ms of CPU, median ${median.toFixed(0)} ms, ${each} ns ${item}\n`;
}

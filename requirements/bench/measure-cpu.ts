const rounds = 11;

/** The CPU time of one piece of work, in milliseconds, over several rounds. */
export interface CpuTime {
  /** The round that the rest of the machine disturbed least. */
  readonly best: number;
  readonly median: number;
}

/** Does the work in several rounds, each with an input of its own. Making it is not counted, and its garbage is collected before. */
export function measureCpu<Input>(prepare: () => Input, work: (input: Input) => unknown): CpuTime {
  const times = Array.from({ length: rounds }, () => {
    const input = prepare();
    globalThis.gc?.();
    const before = process.cpuUsage();
    work(input);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((one, other) => one - other);
  return { best: times[0] ?? 0, median: times[Math.floor(rounds / 2)] ?? 0 };
}

/** One line for people: `from facts: 203 ms of CPU, median 211 ms; 700 ns a finding`. */
export function describeCpu(what: string, { best, median }: CpuTime, items: number, item: string): string {
  const each = (best * 1e6) / items;
  const cost = each < 10_000 ? `${each.toFixed(0)} ns` : `${(each / 1000).toFixed(1)} µs`;
  return `${what}: ${best.toFixed(0)} ms of CPU, median ${median.toFixed(0)} ms; ${cost} ${item}\n`;
}

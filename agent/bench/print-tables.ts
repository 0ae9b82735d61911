import type { Figures, MemoryAfter, ProbeReads } from './figures';

/** A table for a terminal: the first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => (column === 0 ? (row[0] ?? '').padEnd(width) : (row[column] ?? '').padStart(width)))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)];
}

export const callsTable = (calls: Readonly<Record<string, number>>, { checkCalls = 0 }: Figures): readonly string[] =>
  table(
    ['system calls of a check', `${String(checkCalls)}`],
    Object.entries(calls).map(([kind, count]) => [kind, String(count)]),
  );

/** What the columns of a probe's reads mean, in their order. */
export const probeColumns = ['looks at paths', 'links', 'lists', 'opens', 'reads', 'KB'] as const;

export const probeCells = ({
  probe,
  lookedAt,
  links,
  listed,
  opened,
  reads,
  kilobytes,
}: ProbeReads): readonly string[] => [probe, ...[lookedAt, links, listed, opened, reads, kilobytes].map(String)];

export const probesTable = (probes: readonly ProbeReads[]): readonly string[] =>
  table(['probe, each alone on a busy node', ...probeColumns], probes.map(probeCells));

/** Cells of a minute of an agent whose API is ill, after its number. */
export const memoryCells = ({ minute, resident, anonymous }: MemoryAfter): readonly string[] => [
  String(minute),
  `${resident.toFixed(1)} MB`,
  `${anonymous.toFixed(1)} MB`,
];

export const memoryTable = (memory: readonly MemoryAfter[]): readonly string[] =>
  table(['minute, API ill for half of it', 'resident', 'of that its own'], memory.map(memoryCells));

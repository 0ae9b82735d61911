import { figureRow } from '../../agent/bench/figure-rows';
import type { FigureName } from '../../agent/bench/figures';
import { figureKinds, figureNames } from '../../agent/bench/figures';
import { recordNames } from '../../agent/bench/options';
import { memoryCells, probeCells, probeColumns } from '../../agent/bench/print-tables';
import type { FigureRecord } from '../../agent/bench/record';
import { readRecord } from '../../agent/bench/record';
import { howToRepeat, introduction, othersElsewhere, whatANodeIs } from './performance/texts';

/** Figures under the name by which they are kept. */
export interface NamedRecord {
  readonly name: string;
  readonly record: FigureRecord;
}

/** docs/performance.md, of the figures that `npm run bench -- --record before` and `… after` keep. */
export const performanceDocument = (): string =>
  performanceDocumentOf(
    recordNames.flatMap((name) => {
      const record = readRecord(name);
      return record === undefined ? [] : [{ name, record }];
    }),
  );

/** The same of any figures; the last are the current ones, by which targets are met or not. */
export function performanceDocumentOf(records: readonly NamedRecord[]): string {
  const present = records.at(-1)?.record;
  const sections = [
    introduction,
    heading('What it costs', figuresTable(records)),
    heading('Where that was measured', machines(records)),
    ...(present?.calls === undefined ? [] : [heading('System calls of one check', callsTable(records))]),
    ...(present?.probes === undefined
      ? []
      : [heading('What each probe reads', `${readsText(records)}\n\n${probesTable(present.probes)}`)]),
    ...(present?.memory === undefined
      ? []
      : [heading('Memory while the API is ill', `${memoryText}\n\n${memoryTable(present.memory)}`)]),
    othersElsewhere,
    whatANodeIs,
    howToRepeat,
  ];
  return `${sections.join('\n\n')}\n`;
}

const heading = (title: string, content: string): string => `## ${title}\n\n${content}`;

const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || '–').join(' | ')} |`;

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');

function figuresTable(records: readonly NamedRecord[]): string {
  const head = [
    '',
    ...records.flatMap(({ name }) => [`times \`node -e 0\`, ${name}`]),
    ...records.map(({ name }) => name),
    'target',
    '',
  ];
  const isThere = (name: FigureName): boolean => records.some(({ record }) => record.figures[name] !== undefined);
  const rows = figureNames
    .filter((name) => isThere(name) || 'target' in figureKinds[name])
    .map((name) => {
      const all = records.map(({ record }) => figureRow(name, record.figures));
      const { title, target } = figureRow(name, {});
      return [title, ...all.map(({ ratio }) => ratio), ...all.map(({ value }) => value), target, all.at(-1)?.met ?? ''];
    });
  return markdownTable(head, rows);
}

const machines = (records: readonly NamedRecord[]): string =>
  records
    .map(({ name, record: { machine, day, program, remarks = [] } }) => {
      const { processor, cores, memory, kernel, node } = machine;
      return `- ${name}: ${day}, build ${program}, on ${processor} with ${String(cores)} cores and ${String(memory)} GB, Linux ${kernel}, Node.js ${node}${remarks.map((remark) => `. ${remark}`).join('')}`;
    })
    .join('\n');

const callsTable = (records: readonly NamedRecord[]): string =>
  markdownTable(
    ['', ...records.map(({ name }) => name)],
    Object.keys(records.at(-1)?.record.calls ?? {}).map((kind) => [
      kind,
      ...records.map(({ record }) => String(record.calls?.[kind] ?? '')),
    ]),
  );

const readsText = (records: readonly NamedRecord[]): string =>
  `Calls for files of a busy node, ${records.at(-1)?.name ?? ''}: each probe alone, and all of them in one look, in which they share what they see.`;

const probesTable = (probes: NonNullable<FigureRecord['probes']>): string =>
  markdownTable(['probe', ...probeColumns], probes.map(probeCells));

const memoryText =
  'An agent that collects its garbage every second, so that what it has is what it holds. For half of every minute its API takes requests and never answers, or ends every connection.';

const memoryTable = (memory: NonNullable<FigureRecord['memory']>): string =>
  markdownTable(['minute', 'resident', 'of that its own'], memory.map(memoryCells));

import { figureRows, rowHead } from '../../../integration-tests/bench/figure-rows';
import { titleOf, type ConsoleRecord } from '../../../integration-tests/bench/figures';
import { keptFigures } from '../../../integration-tests/bench/record';
import { howToRepeat, introduction, noFigures, whatIsMeasured } from './console-texts';

/** docs/console-performance.md, of the figures that `npm run bench:console -- --record` keeps. */
export const consoleDocument = (records: readonly ConsoleRecord[] = keptFigures()): string =>
  `${[introduction, ...(records.length === 0 ? [noFigures] : records.map(section)), whatIsMeasured, howToRepeat].join('\n\n')}\n`;

function section(record: ConsoleRecord): string {
  const { isReal, runs, day, browser, notMeasured } = record;
  const head = rowHead(record);
  const { processor, cores, memory, kernel, node } = record.machine;
  return [
    `## ${titleOf(record)}`,
    '',
    `Measured on ${day} with ${browser}, medians of ${String(runs)}, on ${processor} with ${String(cores)} cores and ${String(memory)} GB, Linux ${kernel}, Node.js ${node}.${isReal ? ' The yardstick is the list of Nodes of that console.' : ''}`,
    '',
    line(head),
    `|${head.map(() => '---').join('|')}|`,
    ...figureRows(record).map((cells) => line(cells.map((cell) => cell || '–'))),
    ...notMeasured.flatMap((sentence) => ['', `Not measured: ${sentence}.`]),
  ].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

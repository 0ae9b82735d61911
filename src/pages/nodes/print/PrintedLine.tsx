import { printable } from '../../../components/printable';
import { VerdictIcon } from '../../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../../components/verdicts/verdict-words';
import type { SymbolName } from '../../../components/verdicts/verdict-words';
import type { Grouping } from '../../../fleet/groups/group-rows';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { countSymbols, groupCell } from '../groups/group-cell';
import { countsText, groupDetails, groupTitle } from '../groups/group-text';
import type { MatrixLine } from '../groups/lines';
import type { ShownColumn } from '../shown-columns';
import { cellOfRow, printedCell } from './printed-cell';

interface PrintedLineProps {
  readonly line: MatrixLine;
  readonly columns: readonly ShownColumn[];
  readonly grouping: Grouping;
}

/** One node or group. Each symbol has its word, also Pass: in black and white, and small, shapes are not enough. */
export const PrintedLine = ({ line, columns, grouping }: PrintedLineProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  if (line.kind === 'group') {
    const { group } = line;
    const verdicts = countSymbols(group, ({ verdict }) => verdict);
    return (
      <tr>
        <th scope="row">
          {groupTitle(translation, grouping, group)}
          <div>{groupDetails(translation, grouping, group)}</div>
        </th>
        <Cell of={verdicts[0]?.symbol ?? 'NoReport'} text={countsText(translation, verdicts)} />
        {columns.map((shown) => {
          const cell = groupCell(group, shown);
          const { symbol, text } =
            cell.shared === undefined
              ? { symbol: cell.counts[0]?.symbol ?? 'Unknown', text: countsText(translation, cell.counts) }
              : printedCell(translation, cell.shared);
          return <Cell key={shown.key} of={symbol} text={text} />;
        })}
      </tr>
    );
  }
  const { row } = line;
  return (
    <tr>
      <th scope="row">
        {printable(row.name)}
        <div>{row.pool !== null && printable(row.pool.name, 63)}</div>
      </th>
      <Cell of={row.verdict} text={verdictWord(t, row.verdict)} />
      {columns.map((shown) => {
        const { symbol, text } = printedCell(translation, cellOfRow(row, shown));
        return <Cell key={shown.key} of={symbol} text={text} />;
      })}
    </tr>
  );
};

const Cell = ({ of, text }: { of: SymbolName; text: string }) => (
  <td>
    <VerdictIcon of={of} /> {text}
  </td>
);

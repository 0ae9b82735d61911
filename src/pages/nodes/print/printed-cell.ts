import { verdictWord } from '../../../components/verdicts/verdict-words';
import type { SymbolName } from '../../../components/verdicts/verdict-words';
import type { NodeRow } from '../../../fleet/node-row';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { cellText } from '../grid/cell-text';
import { shownCell } from '../shown-cell';
import type { ShownCell } from '../shown-cell';
import type { ShownColumn } from '../shown-columns';

/** What stands on paper in one cell: in a what-if that changes it, both verdicts. */
export function printedCell(
  translation: ReadinessTranslation,
  cell: ShownCell | undefined,
): { readonly symbol: SymbolName; readonly text: string } {
  const { t } = translation;
  if (cell === undefined) return { symbol: 'NoReport', text: verdictWord(t, 'NoReport') };
  const { symbol, word, before } = cellText(translation, cell, { subject: '', node: '' });
  const text =
    cell.kind === 'chapter' && word !== '' && word !== verdictWord(t, symbol)
      ? `${verdictWord(t, symbol)} ${word}`
      : word;
  const said = text === '' ? verdictWord(t, symbol) : text;
  return {
    symbol,
    text:
      before === undefined
        ? said
        : t('{{before}}, would be {{after}}', { before: verdictWord(t, before), after: said }),
  };
}

/** The cell of a node; undefined where it has no report. */
export const cellOfRow = (row: NodeRow, column: ShownColumn): ShownCell | undefined =>
  row.report === undefined ? undefined : shownCell(row, row.report, column);

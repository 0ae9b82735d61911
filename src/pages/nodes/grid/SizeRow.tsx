import { memo } from 'react';
import { verdictWord } from '../../../components/verdicts/verdict-words';
import { rowVerdicts } from '../../../fleet/node-row';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ShownColumn } from '../shown-columns';
import { longestWords } from './cell-text';

interface SizeRowProps {
  readonly columns: readonly ShownColumn[];
  /** In a what-if, cells may show two symbols and an arrow between them. */
  readonly showsChanges: boolean;
  /** How many nodes a row may count; null where each row is a node. */
  readonly mostNodes: number | null;
}

/**
 * A row that is never seen and that makes each column as wide as anything it may show. Otherwise columns would jump
 * while other rows come into sight, because only those are drawn.
 */
export const SizeRow = memo(({ columns, showsChanges, mostNodes }: SizeRowProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const most = mostNodes === null ? undefined : number(mostNodes);
  const symbols = showsChanges ? 3 : 1;
  return (
    <tr role="presentation" aria-hidden="true" className="calico-readiness__sizes">
      <td role="presentation" className="calico-readiness__node-column" />
      <td role="presentation">
        {rowVerdicts.map((verdict) => (
          <Size
            key={verdict}
            symbols={symbols}
            word={
              most === undefined
                ? verdictWord(t, verdict)
                : t('{{number}} {{verdict}}', { number: most, verdict: verdictWord(t, verdict) })
            }
          />
        ))}
        <Size symbols={0} word={most === undefined ? t('not verified') : t('connectivity differs')} />
      </td>
      {columns.map((shown) => (
        <td key={shown.key} role="presentation" data-size={shown.key}>
          {longestWords(translation, shown).map((word) => (
            <Size key={word} symbols={symbols} word={word} />
          ))}
          {most !== undefined && <Size symbols={1} word={`${most} …`} />}
        </td>
      ))}
    </tr>
  );
});
SizeRow.displayName = 'SizeRow';

/** The word is no text of the page: nobody is to find it there. */
const Size = ({ symbols, word }: { symbols: number; word: string }) => (
  <div
    data-word={word}
    className="calico-readiness__size"
    style={{ paddingInlineStart: `calc(${String(symbols)} * 1.25em)` }}
  />
);

import { Fragment } from 'react';
import { VerdictIcon } from '../../../components/verdicts/VerdictIcon';
import { ChangeArrow } from '../../../components/what-if/ChangeArrow';
import type { RowGroup } from '../../../fleet/groups/row-group';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { columnTitle } from '../grid/column-title';
import { ColumnGap } from '../grid/ColumnGap';
import { leadingColumns } from '../shown-columns';
import type { ShownColumn } from '../shown-columns';
import { groupCell } from './group-cell';
import { groupCellText } from './group-text';
import type { GroupCellText } from './group-text';

interface GroupCellsProps {
  readonly group: RowGroup;
  /** What its row is called. */
  readonly name: string;
  readonly columns: readonly ShownColumn[];
  /** Those of them that are drawn, from 0. */
  readonly shown: readonly number[];
  /** The position of the row on the page, from 0. */
  readonly index: number;
  readonly activeColumn: number | null;
}

/** The cells of a group: the verdict that its nodes share, or how many have which. */
export const GroupCells = ({ group, name, columns, shown: offsets, index, activeColumn }: GroupCellsProps) => {
  const translation = useReadinessTranslation();
  return (
    <>
      {offsets.map((offset, place) => {
        const shown = columns[offset];
        if (shown === undefined) return null;
        const subject = columnTitle(translation, shown);
        const text = groupCellText(translation, groupCell(group, shown), { subject, group: name });
        const column = leadingColumns + offset;
        return (
          <Fragment key={shown.key}>
            <ColumnGap columnCount={offset - (offsets[place - 1] ?? -1) - 1} />
            <td
              role="gridcell"
              aria-colindex={column + 1}
              aria-label={text.sentence}
              title={text.other === undefined ? text.note : text.sentence}
              data-row={index}
              data-first={column}
              tabIndex={activeColumn === column ? 0 : -1}
              className={[
                ...(shown.chapter !== columns[offset - 1]?.chapter ? ['calico-readiness__chapter-start'] : []),
                ...(text.before === undefined ? [] : ['calico-readiness__cell-changed']),
              ].join(' ')}
            >
              <Symbols text={text} />
            </td>
          </Fragment>
        );
      })}
      <ColumnGap columnCount={columns.length - (offsets.at(-1) ?? -1) - 1} />
    </>
  );
};

const Symbols = ({ text: { symbol, word, before, other } }: { text: GroupCellText }) => {
  const { number } = useReadinessTranslation();
  return (
    <>
      {before !== undefined && (
        <>
          <VerdictIcon of={before} />
          <ChangeArrow />
        </>
      )}
      <VerdictIcon of={symbol} />
      {word !== '' && <span className="calico-readiness__word">{word}</span>}
      {other !== undefined && (
        <span className="calico-readiness__second-line">
          <VerdictIcon of={other.symbol} />
          <span className="calico-readiness__word">
            {number(other.count)}
            {!other.isLast && ' …'}
          </span>
        </span>
      )}
    </>
  );
};

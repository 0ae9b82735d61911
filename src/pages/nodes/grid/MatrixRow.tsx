import { memo } from 'react';
import { ageText } from '../../../components/age-text';
import { nodeTabAddress } from '../../../components/addresses';
import { NodeName } from '../../../components/NodeName';
import { printable } from '../../../components/printable';
import { Link } from '../../../console/router';
import type { NodeRow } from '../../../fleet/node-row';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { NoReportCell } from './NoReportCell';
import { RequirementCells } from './RequirementCells';
import type { ShownColumn } from '../shown-columns';
import { VerdictCell } from './VerdictCell';

interface MatrixRowProps {
  readonly row: NodeRow;
  readonly columns: readonly ShownColumn[];
  /** Those of them that are drawn, from 0. */
  readonly shown: readonly number[];
  /** Position on the page from 0, and in the whole grid from 1. */
  readonly index: number;
  readonly gridIndex: number;
  /** The column that holds the grid's tab stop, or null when another row does. */
  readonly activeColumn: number | null;
  /** The key of the column whose panel is open; null when no panel is open for this node. */
  readonly openColumn: string | null;
}

/** One node. */
export const MatrixRow = memo(({ row, columns, shown, index, gridIndex, ...properties }: MatrixRowProps) => {
  const { activeColumn, openColumn } = properties;
  return (
    <tr role="row" aria-rowindex={gridIndex} className={openColumn === null ? undefined : 'calico-readiness__row-open'}>
      <NodeCell row={row} index={index} isTabStop={activeColumn === 0} />
      <VerdictCell row={row} index={index} isTabStop={activeColumn === 1} />
      {row.report === undefined ? (
        <NoReportCell
          ofEarlierNode={row.reportOfEarlierNode}
          index={index}
          columnCount={columns.length}
          activeColumn={activeColumn}
        />
      ) : (
        <RequirementCells
          row={row}
          report={row.report}
          columns={columns}
          shown={shown}
          index={index}
          activeColumn={activeColumn}
          openColumn={openColumn}
        />
      )}
    </tr>
  );
});
MatrixRow.displayName = 'MatrixRow';

const NodeCell = ({ row, index, isTabStop }: { row: NodeRow; index: number; isTabStop: boolean }) => {
  const translation = useReadinessTranslation();
  return (
    <th
      scope="row"
      role="rowheader"
      aria-colindex={1}
      data-row={index}
      data-first={0}
      className="calico-readiness__node-column"
    >
      <Link to={nodeTabAddress(row.name)} tabIndex={isTabStop ? 0 : -1} aria-label={row.name}>
        <NodeName>{row.name}</NodeName>
      </Link>
      <span className="calico-readiness__second-line">{secondLine(translation, row)}</span>
    </th>
  );
};

/** Pool and operating system; of a stale report, when it was last seen. */
function secondLine(translation: ReadinessTranslation, { pool, system, verdict, age }: NodeRow): string {
  const { t } = translation;
  const parts = [
    pool === null ? '' : printable(pool.name, 63),
    verdict === 'Stale' && age !== undefined
      ? t('seen {{ago}}', { ago: ageText(translation, age) })
      : printable(system.name, 40),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

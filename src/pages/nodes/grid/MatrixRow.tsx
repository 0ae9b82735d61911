import { memo } from 'react';
import { ageText } from '../../../components/age-text';
import { nodeTabAddress } from '../../../components/addresses';
import { NodeName } from '../../../components/NodeName';
import { printable } from '../../../components/printable';
import { Link } from '../../../console/router';
import type { NodeRow } from '../../../fleet/node-row';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { NoReportCell } from './NoReportCell';
import { RequirementCells } from './RequirementCells';
import type { ShownColumn } from '../shown-columns';
import { VerdictCell } from './VerdictCell';

interface MatrixRowProps {
  readonly translation: ReadinessTranslation;
  readonly row: NodeRow;
  /** Below the row of its group. */
  readonly isInGroup: boolean;
  readonly columns: readonly ShownColumn[];
  /** Those of them that are drawn, from 0. */
  readonly shown: readonly number[];
  /** The position of the row on the page, from 0. */
  readonly index: number;
  /** The column that holds the grid's tab stop, or null when another row does. */
  readonly activeColumn: number | null;
  /** The key of the column whose panel is open; null when no panel is open for this node. */
  readonly openColumn: string | null;
}

/** What stands in the row of one node. */
export const MatrixRow = memo(({ translation, row, columns, shown, index, ...properties }: MatrixRowProps) => {
  const { activeColumn, openColumn, isInGroup } = properties;
  return (
    <>
      <NodeCell
        translation={translation}
        row={row}
        index={index}
        isInGroup={isInGroup}
        isTabStop={activeColumn === 0}
      />
      <VerdictCell t={translation.t} row={row} index={index} isTabStop={activeColumn === 1} />
      {row.report === undefined ? (
        <NoReportCell
          text={noReportText(translation, row)}
          index={index}
          columnCount={columns.length}
          activeColumn={activeColumn}
        />
      ) : (
        <RequirementCells
          translation={translation}
          row={row}
          report={row.report}
          columns={columns}
          shown={shown}
          index={index}
          activeColumn={activeColumn}
          openColumn={openColumn}
        />
      )}
    </>
  );
});
MatrixRow.displayName = 'MatrixRow';

interface NodeCellProps {
  readonly translation: ReadinessTranslation;
  readonly row: NodeRow;
  readonly index: number;
  readonly isInGroup: boolean;
  readonly isTabStop: boolean;
}

const NodeCell = ({ translation, row, index, isInGroup, isTabStop }: NodeCellProps) => {
  return (
    <th
      scope="row"
      role="rowheader"
      aria-colindex={1}
      data-row={index}
      data-first={0}
      className={`calico-readiness__node-column${isInGroup ? ' calico-readiness__in-group' : ''}`}
    >
      <Link to={nodeTabAddress(row.name)} tabIndex={isTabStop ? 0 : -1} aria-label={row.name}>
        <NodeName>{row.name}</NodeName>
      </Link>
      <span className="calico-readiness__second-line">{secondLine(translation, row)}</span>
    </th>
  );
};

const noReportText = ({ t }: ReadinessTranslation, { reportOfEarlierNode }: NodeRow): string =>
  reportOfEarlierNode
    ? t('The report of this name is about an earlier node.')
    : t('Check whether the agent’s pod runs on this node.');

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

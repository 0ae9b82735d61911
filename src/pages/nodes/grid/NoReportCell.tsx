import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { leadingColumns } from '../shown-columns';

interface NoReportCellProps {
  /** There is a report of this name, but about an earlier node. */
  readonly ofEarlierNode: boolean;
  /** The position of the row on the page, from 0. */
  readonly index: number;
  /** How many columns of requirements it spans. */
  readonly columnCount: number;
  readonly activeColumn: number | null;
}

/** In place of all cells of a node without a report. */
export const NoReportCell = ({ ofEarlierNode, index, columnCount, activeColumn }: NoReportCellProps) => {
  const { t } = useReadinessTranslation();
  return (
    <td
      role="gridcell"
      aria-colindex={leadingColumns + 1}
      colSpan={columnCount}
      data-row={index}
      data-first={leadingColumns}
      data-last={leadingColumns + columnCount - 1}
      tabIndex={activeColumn !== null && activeColumn >= leadingColumns ? 0 : -1}
      className="calico-readiness__quiet calico-readiness__chapter-start"
    >
      <div className="calico-readiness__in-sight">
        {ofEarlierNode
          ? t('The report of this name is about an earlier node.')
          : t('Check whether the agent’s pod runs on this node.')}
      </div>
    </td>
  );
};

import { leadingColumns } from '../shown-columns';

interface NoReportCellProps {
  /** What there is to know or to do. */
  readonly text: string;
  /** The position of the row on the page, from 0. */
  readonly index: number;
  /** How many columns of requirements it spans. */
  readonly columnCount: number;
  readonly activeColumn: number | null;
}

/** In place of all cells of a node, or of a group of nodes, without a report. */
export const NoReportCell = ({ text, index, columnCount, activeColumn }: NoReportCellProps) => (
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
    <div className="calico-readiness__in-sight">{text}</div>
  </td>
);

import { chapterTitle } from '../../../components/chapter-titles';
import type { Grouping } from '../../../fleet/groups/group-rows';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { columnTitle } from '../grid/column-title';
import { lineKey } from '../groups/lines';
import type { MatrixLine } from '../groups/lines';
import type { ShownColumn } from '../shown-columns';
import { PrintedLine } from './PrintedLine';

interface PrintedSheetProps {
  readonly lines: readonly MatrixLine[];
  readonly columns: readonly ShownColumn[];
  readonly grouping: Grouping;
}

/** As many columns as paper is wide, for all lines. Its head is repeated on each sheet. */
export const PrintedSheet = ({ lines, columns, grouping }: PrintedSheetProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" className="calico-readiness__printed-node">
            {t('Node')}
          </th>
          <th scope="col" className="calico-readiness__printed-verdict">
            {t('Verdict')}
          </th>
          {columns.map((shown) => (
            <th key={shown.key} scope="col">
              {shown.column !== undefined && <div>{chapterTitle(t, shown.chapter.key)}:</div>}
              {columnTitle(translation, shown)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <PrintedLine key={lineKey(line)} line={line} columns={columns} grouping={grouping} />
        ))}
      </tbody>
    </table>
  );
};

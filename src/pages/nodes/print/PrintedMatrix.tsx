import { usePrinting } from '../../../components/print/printing-context';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { MatrixView } from '../useMatrixView';
import { mostPrintedLines, printedLines, sheetsOf } from './printed-lines';
import { PrintedSheet } from './PrintedSheet';

/** The matrix on paper: all pages of it, in as many tables as its columns need. Drawn only while it is printed. */
export const PrintedMatrix = ({ view }: { view: MatrixView }) => {
  const { isPrinting } = usePrinting();
  return isPrinting ? <Sheets view={view} /> : null;
};

const Sheets = ({ view }: { view: MatrixView }) => {
  const { t, number } = useReadinessTranslation();
  const lines = printedLines(view);
  const sheets = sheetsOf(view.shownChapters.flatMap(({ columns }) => columns));
  return (
    <div className="calico-readiness__printed">
      {lines.length < view.lineCount && (
        <p>
          {t('Only the first {{some}} of {{all}} rows are printed. Filter or group the nodes, or export them.', {
            some: number(mostPrintedLines),
            all: number(view.lineCount),
          })}
        </p>
      )}
      {sheets.map((columns) => (
        <PrintedSheet key={columns[0]?.key} lines={lines} columns={columns} grouping={view.query.grouping} />
      ))}
    </div>
  );
};

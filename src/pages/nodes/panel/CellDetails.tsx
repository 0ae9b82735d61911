import type { Fleet } from '../../../fleet/build-fleet';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { CellEvidence } from './CellEvidence';
import { ChapterFindings } from './ChapterFindings';
import type { CellAddress } from '../matrix-query';
import type { OpenedCell } from '../opened-cell';
import { WhatIfComparison } from './WhatIfComparison';

interface CellDetailsProps {
  readonly opened: OpenedCell;
  readonly fleet: Fleet;
  readonly onOpen: (cell: CellAddress) => void;
}

/** The findings of a chapter or the evidence of one finding; or why there is neither. */
export const CellDetails = ({ opened, fleet, onOpen }: CellDetailsProps) => {
  const { t } = useReadinessTranslation();
  const { row, report, chapter, column, finding } = opened;
  if (row === undefined) return <p>{t('No node of this name is in the Node list.')}</p>;
  if (report === undefined) return <p>{t('This node has no report.')}</p>;
  if (chapter !== undefined) return <ChapterFindings row={row} report={report} chapter={chapter} onOpen={onOpen} />;
  if (finding === undefined) return <p>{t('No requirement has this name.')}</p>;
  return (
    <>
      {row.present !== undefined && column !== undefined && <WhatIfComparison row={row} column={column} />}
      <CellEvidence finding={finding} calicoVersion={report.profile?.calicoVersion.value} fleet={fleet} />
    </>
  );
};

import type { Fleet } from '../../../fleet/build-fleet';
import { WaiverSection } from '../../../components/waivers/WaiverSection';
import { isCurrent } from '../../../fleet/node-row';
import { isUntestedFlow } from '../../../fleet/unmet-findings';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../../k8s/read-findings';
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
      <CellEvidence finding={finding} report={report} fleet={fleet} isStale={row.verdict === 'Stale'} />
      {fleet.present === undefined && isCurrent(row) && canBeWaived(finding) && (
        <WaiverSection fleet={fleet} row={row} requirement={finding.requirement} />
      )}
    </>
  );
};

/** A flow that nobody has tested keeps no node from being ready. */
const canBeWaived = (finding: ReadFinding): boolean =>
  finding.verdict !== 'Pass' && finding.verdict !== 'NotApplicable' && !isUntestedFlow(finding);

import { Grid, GridItem } from '@patternfly/react-core';
import { LabelledAlert } from '../../components/labelled/LabelledAlert';
import { RecheckButton } from '../../components/recheck/RecheckButton';
import type { Fleet } from '../../fleet/build-fleet';
import type { ReportedRow } from '../../fleet/node-row';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { NodeFindings } from './NodeFindings';
import { NodeProfileCard } from './NodeProfileCard';
import { NodeSummaryCard } from './NodeSummaryCard';

interface NodeReadinessProps {
  /** Of this node alone. */
  readonly fleet: Fleet;
  readonly row: ReportedRow;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a node's report says. */
export const NodeReadiness = ({ fleet, row, now }: NodeReadinessProps) => {
  const { t } = useReadinessTranslation();
  return (
    <>
      {row.verdict === 'Stale' && (
        <LabelledAlert isInline variant="warning" component="h2" title={t('The report of this node is stale')}>
          {t(
            'It is too old and may no longer be true. The last values are shown. Check whether the agent runs on this node.',
          )}
        </LabelledAlert>
      )}
      <RecheckButton rows={[row]} />
      <Grid hasGutter>
        <GridItem lg={6}>
          <NodeSummaryCard row={row} now={now} />
        </GridItem>
        <GridItem lg={6}>
          <NodeProfileCard profile={row.report.profile} />
        </GridItem>
        <GridItem>
          <NodeFindings fleet={fleet} row={row} />
        </GridItem>
      </Grid>
    </>
  );
};

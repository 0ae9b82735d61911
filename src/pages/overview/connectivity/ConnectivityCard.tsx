import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { ageText } from '../../../components/age-text';
import type { NodeRow } from '../../../fleet/node-row';
import type { FleetTotals } from '../../../fleet/fleet-totals';
import type { ClusterReportAnswer } from '../../../hooks/useClusterReport';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { CalmLine } from './CalmLine';
import { FailingFlows } from './FailingFlows';
import { NoFlows } from './NoFlows';
import { hasFailures } from './flow-standing';
import './connectivity.css';

interface ConnectivityCardProps {
  readonly report: ClusterReportAnswer;
  readonly totals: FleetTotals;
  /** All nodes; undefined while they arrive. */
  readonly rows?: readonly NodeRow[] | undefined;
}

/** Which traffic between nodes is blocked, where, and why; one line where nothing is. */
export const ConnectivityCard = ({ report, totals, rows }: ConnectivityCardProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { cluster } = report;
  const flows = cluster?.report.flows;
  const isStale = cluster !== undefined && cluster.age.freshness !== 'current';
  return (
    <Card isCompact component="section" className="calico-readiness__flows" aria-label={t('Connectivity')}>
      <CardTitle component="h2">
        <span className="calico-readiness__card-head">
          {t('Connectivity')}
          {cluster !== undefined && flows !== undefined && (
            <span className="calico-readiness__quiet calico-readiness__push-end">
              {isStale
                ? t('Stale: the controller reported this {{age}}', { age: ageText(translation, cluster.age) })
                : ageText(translation, cluster.age)}
            </span>
          )}
        </span>
      </CardTitle>
      <CardBody>
        {cluster === undefined || flows === undefined ? (
          <NoFlows report={report} />
        ) : hasFailures(flows) ? (
          <FailingFlows flows={flows} profile={cluster.report.profile} isStale={isStale} rows={rows} />
        ) : (
          <CalmLine flows={flows} totals={totals} isStale={isStale} />
        )}
      </CardBody>
    </Card>
  );
};

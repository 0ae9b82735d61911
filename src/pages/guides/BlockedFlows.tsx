import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import { defaultProfileValues } from '@calico-readiness/requirements';
import { ageText } from '../../components/age-text';
import { FlowCauses } from '../../components/flows/FlowCauses';
import { useClusterReport } from '../../hooks/useClusterReport';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** Which flows are blocked in this cluster, and between whom, above what to do about it; nothing where none is known. */
export const BlockedFlows = () => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { cluster } = useClusterReport();
  const causes = cluster?.report.flows?.causes ?? [];
  if (cluster === undefined || causes.length === 0) return null;
  const isStale = cluster.age.freshness !== 'current';
  const age = ageText(translation, cluster.age);
  return (
    <Card
      isCompact
      component="section"
      className="calico-readiness__flows calico-readiness__guide-section"
      aria-label={t('Blocked in this cluster')}
    >
      <CardTitle component="h2">
        {t('Blocked in this cluster')}{' '}
        <span className="calico-readiness__quiet">
          {isStale ? t('Stale: the controller reported this {{age}}', { age }) : age}
        </span>
      </CardTitle>
      <CardBody>
        <FlowCauses
          causes={causes}
          ports={cluster.report.profile?.ports.value ?? defaultProfileValues.ports}
          isStale={isStale}
          hasGuide={false}
        />
      </CardBody>
    </Card>
  );
};

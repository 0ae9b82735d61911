import { Skeleton } from '@patternfly/react-core';
import { HostText } from '../../../components/HostText';
import { VerdictIcon } from '../../../components/verdicts/VerdictIcon';
import type { ClusterReportAnswer } from '../../../hooks/useClusterReport';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

/** Why nothing is said of flows: one line. */
export const NoFlows = ({ report: { cluster, isLoading, problem } }: { readonly report: ClusterReportAnswer }) => {
  const { t } = useReadinessTranslation();
  if (isLoading) return <Skeleton width="20rem" screenreaderText={t('Loading')} />;
  return (
    <p>
      <VerdictIcon of="NotVerified" /> {sentence()}{' '}
      {problem?.kind === 'error' && problem.detail !== '' && <HostText>{problem.detail}</HostText>}
    </p>
  );

  function sentence(): string {
    if (problem?.kind === 'forbidden')
      return t('Flows between nodes cannot be shown. Permission to list {{resource}} is required.', {
        resource: problem.resource,
      });
    if (problem?.kind === 'error') return t('Flows between nodes cannot be loaded.');
    return cluster === undefined
      ? t('Flows between nodes are not tested: no controller has written a ClusterReport.')
      : t('Flows between nodes have not been tested yet.');
  }
};

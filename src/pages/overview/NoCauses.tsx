import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { matrixAddress, matrixPath } from '../../components/addresses';
import { FleetLink } from '../../components/FleetLink';
import type { FleetTotals } from '../../fleet/fleet-totals';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface NoCausesProps {
  readonly totals: FleetTotals;
  readonly isWhatIf: boolean;
}

/** No current report has a cause: all ready, or all that can be told. Connectivity is said in either case. */
export const NoCauses = ({ totals, isWhatIf }: NoCausesProps) => {
  const { t, number } = useReadinessTranslation();
  const total = totals.nodes;
  const unverified = total - totals.connectivity.Verified;
  if (isWhatIf) return <p>{t('Under this profile no current report would name a cause.')}</p>;
  if (totals.verdicts.Ready < total) {
    return (
      <p>
        {t(
          'No current report names a cause. Nodes that are not counted as ready are Unknown or have no current report.',
        )}
      </p>
    );
  }
  return (
    <EmptyState
      headingLevel="h3"
      variant="sm"
      icon={CheckCircleIcon}
      status="success"
      titleText={t('All {{number}} nodes are ready', { count: total, number: number(total) })}
    >
      <EmptyStateBody>
        {unverified === 0
          ? t('Every node has a current report, and connectivity is verified on all of them.')
          : t('Every node has a current report. Connectivity is not verified on {{number}} nodes.', {
              count: unverified,
              number: number(unverified),
            })}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <FleetLink to={unverified === 0 ? matrixPath : matrixAddress({ connectivity: 'NotVerified' })}>
            {unverified === 0 ? t('See the matrix') : t('Show these nodes')}
          </FleetLink>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};

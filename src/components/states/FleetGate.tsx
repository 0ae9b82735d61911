import type { ReactNode } from 'react';
import { Alert, AlertActionLink, EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { CubesIcon, SearchIcon } from '@patternfly/react-icons';
import type { Fleet } from '../../fleet/build-fleet';
import type { FleetState, LoadActivity, LoadProgress } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { LoadProblem } from '../../k8s/load-problem';
import { HostText } from '../HostText';
import { LoadingLine } from './LoadingLine';
import { LoadProblemState } from './LoadProblemState';
import { NoReportsState } from './NoReportsState';

/** Set while pages are still arriving: rows may be shown, totals may not. */
export type Loading = { readonly progress: LoadProgress | null } | null;

interface FleetGateProps {
  readonly state: FleetState;
  /** Whether the page has something to show of a fleet that is not complete. */
  readonly showsPartialFleet?: boolean;
  readonly children: (fleet: Fleet, loading: Loading) => ReactNode;
}

/** Shows the page once there is something to judge, and otherwise says why there is not. */
export const FleetGate = ({ state, showsPartialFleet = false, children }: FleetGateProps) => {
  if (state.status === 'failed') return <LoadProblemState problem={state.problem} retry={state.retry} />;
  const { fleet } = state;
  if (state.status === 'ready') {
    if (fleet.rows.length === 0) return <NoNodesState />;
    if (fleet.reports === 0) return <NoReportsState nodes={fleet.rows.length} />;
  } else if (!showsPartialFleet || fleet.rows.length === 0) {
    return <LoadingState progress={state.progress} activity={state.activity} />;
  }
  // One place in the tree for both: what a person has opened while pages arrived stays open.
  return (
    <>
      {state.status === 'ready' && state.problem !== null && (
        <RefreshAlert problem={state.problem} retry={state.retry} />
      )}
      {children(fleet, state.status === 'loading' ? { progress: state.progress } : null)}
    </>
  );
};

const LoadingState = ({
  progress,
  activity,
}: {
  progress: LoadProgress | null;
  activity?: LoadActivity | undefined;
}) => {
  const { t } = useReadinessTranslation();
  return (
    <EmptyState
      headingLevel="h2"
      icon={SearchIcon}
      titleText={activity === 'judging' ? t('Judging the nodes under another profile') : t('Loading reports')}
    >
      <EmptyStateBody>
        <p>{t('No total is shown until every node of the Node list is accounted for.')}</p>
        <LoadingLine progress={progress} activity={activity} />
      </EmptyStateBody>
    </EmptyState>
  );
};

const NoNodesState = () => {
  const { t } = useReadinessTranslation();
  return (
    <EmptyState headingLevel="h2" icon={CubesIcon} titleText={t('No nodes')}>
      <EmptyStateBody>{t('The Node list of this cluster is empty, so there is nothing to judge.')}</EmptyStateBody>
    </EmptyState>
  );
};

const RefreshAlert = ({ problem, retry }: { problem: LoadProblem; retry: () => void }) => {
  const { t } = useReadinessTranslation();
  return (
    <Alert
      isInline
      variant="warning"
      title={t('What is shown can not be refreshed at present')}
      actionLinks={<AlertActionLink onClick={retry}>{t('Retry now')}</AlertActionLink>}
    >
      {problem.detail !== '' && <HostText>{problem.detail}</HostText>}
    </Alert>
  );
};

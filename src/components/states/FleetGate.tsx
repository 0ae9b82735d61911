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

/** What a page has to show; undefined while there is nothing to judge. */
export function shownFleet(state: FleetState, showsPartialFleet: boolean): Fleet | undefined {
  if (state.status === 'failed') return undefined;
  const { fleet } = state;
  const isShown = state.status === 'ready' ? fleet.reports > 0 : showsPartialFleet;
  return isShown && fleet.rows.length > 0 ? fleet : undefined;
}

/** Shows the page once there is something to judge, and otherwise says why there is not. */
export const FleetGate = ({ state, showsPartialFleet = false, children }: FleetGateProps) => {
  if (state.status === 'failed') return <LoadProblemState problem={state.problem} retry={state.retry} />;
  const fleet = shownFleet(state, showsPartialFleet);
  if (fleet === undefined) {
    if (state.status === 'loading') return <LoadingState progress={state.progress} activity={state.activity} />;
    return state.fleet.rows.length === 0 ? <NoNodesState /> : <NoReportsState nodes={state.fleet.rows.length} />;
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
      titleText={activity === 'judging' ? t('Evaluating the nodes under another profile') : t('Loading reports')}
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
      <EmptyStateBody>{t('The Node list of this cluster is empty, so there is nothing to evaluate.')}</EmptyStateBody>
    </EmptyState>
  );
};

const RefreshAlert = ({ problem, retry }: { problem: LoadProblem; retry: () => void }) => {
  const { t } = useReadinessTranslation();
  return (
    <Alert
      isInline
      variant="warning"
      component="h2"
      title={t('The data shown cannot be refreshed')}
      actionLinks={<AlertActionLink onClick={retry}>{t('Retry now')}</AlertActionLink>}
    >
      {problem.detail !== '' && <HostText>{problem.detail}</HostText>}
    </Alert>
  );
};

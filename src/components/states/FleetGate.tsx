import type { ReactNode } from 'react';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { CubesIcon, SearchIcon } from '@patternfly/react-icons';
import type { Fleet } from '../../fleet/build-fleet';
import type { FleetState, LoadActivity, LoadProgress } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { LoadingLine } from './LoadingLine';
import { LoadProblemState } from './LoadProblemState';
import { NoReportsState } from './NoReportsState';
import { RefreshAlert } from './RefreshAlert';

/** Set while pages are still arriving: rows may be shown, totals may not. */
export type Loading = { readonly progress: LoadProgress | null } | null;

interface FleetGateProps {
  readonly state: FleetState;
  /** Whether the page has something to show of a fleet that is not complete. */
  readonly showsPartialFleet?: boolean;
  /** What can be shown before the fleet is complete, in the place of the page. */
  readonly meanwhile?: ReactNode;
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
export const FleetGate = ({ state, showsPartialFleet = false, meanwhile, children }: FleetGateProps) => {
  if (state.status === 'failed') return <LoadProblemState problem={state.problem} retry={state.retry} />;
  const fleet = shownFleet(state, showsPartialFleet);
  if (fleet === undefined && (state.status !== 'loading' || !isThere(meanwhile))) {
    if (state.status === 'loading') return <LoadingState progress={state.progress} activity={state.activity} />;
    return state.fleet.rows.length === 0 ? <NoNodesState /> : <NoReportsState nodes={state.fleet.rows.length} />;
  }
  // One place in the tree for both: what a person has opened while pages arrived stays open.
  return (
    <>
      {state.status === 'ready' && state.problem !== null && (
        <RefreshAlert level="h2" problem={state.problem} since={state.since} retry={state.retry} />
      )}
      {fleet === undefined
        ? meanwhile
        : children(fleet, state.status === 'loading' ? { progress: state.progress } : null)}
    </>
  );
};

const isThere = (node: ReactNode): boolean => node !== undefined && node !== null && node !== false;

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

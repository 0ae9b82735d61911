import { Button } from '@patternfly/react-core';
import type { GuideId } from '@calico-readiness/requirements';
import { matrixOfRequirements } from '../../components/addresses';
import { LoadingLine } from '../../components/states/LoadingLine';
import { Link } from '../../console/router';
import type { FleetState } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { GuideNodes } from './affected-nodes';
import { affectedByPool } from './affected-by-pool';
import { PredictedSummary } from './PredictedSummary';
import { whyNotCounted } from '../../components/why-not-counted';

interface AffectedSummaryProps {
  readonly guide: GuideId;
  readonly state: FleetState;
  /** Of the fleet in `state`; its numbers are shown only when the fleet is complete. */
  readonly nodes: GuideNodes;
}

/** How many nodes the guide would fix, by pool, or why that is not known. */
export const AffectedSummary = ({ guide, state, nodes }: AffectedSummaryProps) => {
  const { t, number, list } = useReadinessTranslation();
  if (state.status === 'loading') return <LoadingLine progress={state.progress} />;
  if (state.status === 'failed') {
    return (
      <p>
        {whyNotCounted(t, state.problem)}{' '}
        {state.problem.kind === 'error' && (
          <Button variant="link" isInline onClick={state.retry}>
            {t('Try again')}
          </Button>
        )}
      </p>
    );
  }
  const { affected, undecided } = nodes;
  const { Stale, NoReport } = state.fleet.verdicts;
  // In the place of a pool's name.
  const noPool = t('no pool');
  const pools = affectedByPool(state.fleet.rows, affected).map(({ pool, affected: some, nodes: all }) =>
    // `worker 3 of 40`: nodes of this pool, in a list of pools.
    t('{{pool}} {{affected}} of {{nodes}}', { pool: pool ?? noPool, affected: number(some), nodes: number(all) }),
  );
  return (
    <>
      {affected.length === 0 ? (
        <p>{t('No node with a current report needs this guide.')}</p>
      ) : (
        <p>
          {t('{{number}} nodes affected: {{pools}}.', {
            count: affected.length,
            number: number(affected.length),
            pools: list(pools),
          })}{' '}
          <Link to={matrixOfRequirements(affected.flatMap(({ requirements }) => requirements))}>
            {t('Show them in the matrix')}
          </Link>
        </p>
      )}
      <PredictedSummary guide={guide} affected={affected} />
      {undecided.length > 0 && (
        <p>
          {t('{{number}} further nodes are Unknown.', {
            count: undecided.length,
            number: number(undecided.length),
          })}
        </p>
      )}
      {Stale + NoReport > 0 && (
        <p>
          {t('{{number}} nodes have no current report and are not counted.', {
            count: Stale + NoReport,
            number: number(Stale + NoReport),
          })}
        </p>
      )}
    </>
  );
};

import { Button } from '@patternfly/react-core';
import { totals } from '../../../apply/application';
import type { PoolRollout } from '../../../apply/pool-rollout';
import type { PoolVerification } from '../../../apply/verification';
import { HostText } from '../../../components/HostText';
import { sentenceWith } from '../../../components/sentence-with';
import type { NodeRow } from '../../../fleet/node-row';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { mostAsked, useRecheck } from '../../../hooks/recheck/useRecheck';
import type { Rights } from './useRights';

interface VerificationProps {
  readonly verification: readonly PoolVerification[];
  readonly pools: readonly PoolRollout[];
  readonly rows: readonly NodeRow[];
  readonly rights: Rights | null;
}

/** What the reports say since the change, and a way to have them sooner. */
export const Verification = ({ verification, pools, rows, rights }: VerificationProps) => {
  const { t, number } = useReadinessTranslation();
  // In the other pools a node that fails may only not have had its turn.
  const updated = new Set(pools.filter(({ state }) => state === 'updated').map(({ pool }) => pool));
  const verified = verification.filter(({ pool }) => updated.has(pool));
  const { unmet, undecided } = totals(verified);
  const waiting = verified.flatMap((pool) => pool.waiting);
  const reporting = new Set(rows.filter(({ report }) => report !== undefined).map(({ name }) => name));
  return (
    <>
      {unmet > 0 && (
        <p>{t('{{number}} nodes still fail by reports since the change.', { count: unmet, number: number(unmet) })}</p>
      )}
      {undecided > 0 && (
        <p>{t('{{number}} further nodes are Unknown.', { count: undecided, number: number(undecided) })}</p>
      )}
      {waiting.length > 0 && <Recheck nodes={waiting.filter((name) => reporting.has(name))} rights={rights} />}
    </>
  );
};

const Recheck = ({ nodes, rights }: { nodes: readonly string[]; rights: Rights | null }) => {
  const { t, number } = useReadinessTranslation();
  const { state, ask } = useRecheck();
  if (rights?.recheck === false) {
    return (
      <p>
        {t('Permission to patch NodeReports is required to ask for a new check. Each node reports again by itself.')}
      </p>
    );
  }
  const count = Math.min(nodes.length, mostAsked);
  return (
    <>
      {nodes.length > 0 && (
        <div>
          <Button
            variant="secondary"
            isLoading={state.running}
            isDisabled={state.running || rights === null}
            onClick={() => {
              ask(nodes);
            }}
          >
            {t('Ask {{number}} nodes to check again', { count, number: number(count) })}
          </Button>
        </div>
      )}
      <div role="status">
        {state.asked > 0 && (
          <p>{t('{{number}} nodes were asked.', { count: state.asked, number: number(state.asked) })}</p>
        )}
        {state.failed > 0 && (
          <p>
            {sentenceWith({ message: <HostText>{state.message}</HostText> }, (places) =>
              t('{{number}} nodes could not be asked: {{message}}', {
                ...places,
                count: state.failed,
                number: number(state.failed),
              }),
            )}
          </p>
        )}
      </div>
    </>
  );
};

import type { ReadinessPolicySpec } from '@calico-readiness/requirements';
import { differingNodes } from '../../fleet/differing-nodes';
import { useFleet } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface DifferingNodesProps {
  readonly declared: NonNullable<ReadinessPolicySpec['profile']>;
}

/**
 * On how many nodes the draft declares something else than they are evaluated against. The form needs no reports, so
 * their lines are read only once somebody has changed the profile; no number is shown before all are there.
 */
export const DifferingNodes = ({ declared }: DifferingNodesProps) => {
  const { t, number } = useReadinessTranslation();
  const state = useFleet();
  const nodes = state.status === 'ready' ? differingNodes(state.fleet, declared) : undefined;
  return (
    <p role="status">
      {nodes !== undefined && t('Profile differs on {{number}} nodes', { count: nodes, number: number(nodes) })}
    </p>
  );
};

import { VerdictIcon } from '../../../components/verdicts/VerdictIcon';
import type { SymbolName } from '../../../components/verdicts/verdict-words';
import type { FleetTotals } from '../../../fleet/fleet-totals';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadFlows } from '../../../k8s/read-reported-flows';

interface CalmLineProps {
  readonly flows: ReadFlows;
  readonly totals: FleetTotals;
  readonly isStale: boolean;
}

/** The controller names no failing flow: one line, which is green only where every node is verified. */
export const CalmLine = ({ flows, totals: { nodes, connectivity }, isStale }: CalmLineProps) => {
  const { t, number } = useReadinessTranslation();
  const isVerified = !isStale && !flows.isPartial && nodes > 0 && connectivity.Verified === nodes;
  const symbol: SymbolName = isStale ? 'Stale' : isVerified ? 'Verified' : 'NotVerified';
  return (
    <p>
      <VerdictIcon of={symbol} /> {sentence()}
    </p>
  );

  function sentence(): string {
    if (flows.isPartial) return t('A part of what the controller says of flows cannot be read. Update the plugin.');
    if (connectivity.Broken > 0)
      return t('Flows fail on {{number}} nodes. The controller has not told the cause yet.', {
        count: connectivity.Broken,
        number: number(connectivity.Broken),
      });
    return isVerified
      ? t('Every flow passes, and connectivity is verified on every node.')
      : t('No tested flow fails. Connectivity is verified on {{some}} of {{all}} nodes.', {
          some: number(connectivity.Verified),
          all: number(nodes),
        });
  }
};

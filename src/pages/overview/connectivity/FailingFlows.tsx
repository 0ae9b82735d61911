import { useState } from 'react';
import { defaultProfileValues } from '@calico-readiness/requirements';
import type { ClusterProfile, FlowKey } from '@calico-readiness/requirements';
import { FlowCauses } from '../../../components/flows/FlowCauses';
import type { NodeRow } from '../../../fleet/node-row';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadFlows } from '../../../k8s/read-reported-flows';
import { FlowChoice } from './FlowChoice';
import { TestedTable } from './TestedTable';
import { shownFlows, worstFlow } from './flow-standing';

interface FailingFlowsProps {
  readonly flows: ReadFlows;
  /** The ports are those of the profile. */
  readonly profile: ClusterProfile | undefined;
  readonly isStale: boolean;
  /** All nodes; undefined while they arrive, and then nobody can be asked. */
  readonly rows: readonly NodeRow[] | undefined;
}

/** The causes, and below them one flow at a time from every group to every group. */
export const FailingFlows = ({ flows, profile, isStale, rows }: FailingFlowsProps) => {
  const { t } = useReadinessTranslation();
  const [wanted, setWanted] = useState<FlowKey>();
  const ports = profile?.ports.value ?? defaultProfileValues.ports;
  const choices = shownFlows(flows);
  const chosen = choices.some(({ flow }) => flow === wanted) ? wanted : worstFlow(choices);
  return (
    <div className="calico-readiness__failing-flows">
      {flows.causes.length > 0 && <FlowCauses causes={flows.causes} ports={ports} isStale={isStale} />}
      {flows.isPartial && <p>{t('A part of what the controller says of flows cannot be read. Update the plugin.')}</p>}
      {chosen !== undefined && flows.groups.length > 1 && (
        <>
          <FlowChoice flows={choices} chosen={chosen} ports={ports} onChoose={setWanted} />
          <TestedTable flows={flows} flow={chosen} ports={ports} isStale={isStale} rows={rows} />
        </>
      )}
    </div>
  );
};

import { LabelledAlert } from '../../components/labelled/LabelledAlert';
import type { Fleet } from '../../fleet/build-fleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { DisruptionTable } from './DisruptionTable';
import type { PoolReach } from './pool-reach';

interface PoolDisruptionProps {
  readonly fleet: Fleet;
  readonly role: string;
  readonly reach: readonly PoolReach[];
}

/** What the MachineConfig does to the pools, as far as they can be seen. */
export const PoolDisruption = ({ fleet, role, reach }: PoolDisruptionProps) => {
  const { t } = useReadinessTranslation();
  return (
    <>
      <DisruptionTable role={role} reach={reach} />
      {fleet.machineConfigPools.length === 0 && (
        <LabelledAlert
          variant="warning"
          isInline
          component="h3"
          title={t(
            'No MachineConfigPools are visible: the cluster has none, or permission to list them is missing. Pools that inherit the role or are paused are not counted.',
          )}
        />
      )}
    </>
  );
};

import { List, ListItem } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { asNumberBetween, asRecord, asText } from '../../../k8s/untyped';
import type { MachineConfigPoolObject } from '../../../k8s/models';
import type { Topology } from './useClusterConfigs';

interface DisruptionStatementProps {
  readonly pools: readonly MachineConfigPoolObject[];
  readonly topology: Topology;
}

/** What happens to which pool once it is confirmed. */
export const DisruptionStatement = ({ pools, topology }: DisruptionStatementProps) => {
  const { t, number } = useReadinessTranslation();
  const isSingle = topology === 'SingleReplica';
  return (
    <>
      {pools.length === 0 && <p>{t('No MachineConfigPool is visible. Cannot determine which nodes it reaches.')}</p>}
      <List>
        {pools.map(({ metadata, spec, status }) => {
          const pool = metadata?.name ?? '';
          const machines = asNumberBetween(0, 1_000_000, status?.machineCount) ?? 0;
          const values = { pool, number: number(machines), most: mostAtOnce(spec) };
          return (
            <ListItem key={pool}>
              {spec?.paused === true
                ? t('Pool {{pool}} is paused: nothing happens until it is resumed. It has {{number}} nodes.', {
                    ...values,
                    count: machines,
                  })
                : isSingle
                  ? t('Pool {{pool}}: a reboot without a drain on {{number}} nodes.', { ...values, count: machines })
                  : t('Pool {{pool}}: {{number}} nodes are drained and rebooted, at most {{most}} at a time.', {
                      ...values,
                      count: machines,
                    })}
            </ListItem>
          );
        })}
      </List>
      {isSingle && <p>{t('The control plane is a single node: the API and this page go away while it reboots.')}</p>}
      <p>{t('A node disruption policy of the cluster may spare the drain or the reboot.')}</p>
    </>
  );
};

const mostAtOnce = (spec: object | undefined): string => {
  const { maxUnavailable } = asRecord(spec);
  return asText(maxUnavailable) ?? String(asNumberBetween(1, 1_000_000, maxUnavailable) ?? 1);
};

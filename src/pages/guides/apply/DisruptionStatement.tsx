import { List, ListItem } from '@patternfly/react-core';
import type { OperatorAction } from '../../../apply/expected-actions';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { asNumberBetween, asRecord, asText } from '../../../k8s/untyped';
import type { MachineConfigPoolObject } from '../../../k8s/models';
import { actionWords } from './policy/action-words';
import type { Topology } from './useClusterConfigs';

interface DisruptionStatementProps {
  readonly pools: readonly MachineConfigPoolObject[];
  readonly topology: Topology;
  /** What a node disruption policy does instead; null for a reboot and where nobody can say. */
  readonly actions: readonly OperatorAction[] | null;
}

/** What happens to which pool once it is confirmed. */
export const DisruptionStatement = ({ pools, topology, actions }: DisruptionStatementProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const isSingle = topology === 'SingleReplica';
  const reboots = actions === null || pools.some((pool) => pool.spec?.paused !== true && !isSettled(pool));
  return (
    <>
      {pools.length === 0 && <p>{t('No MachineConfigPool is visible. Cannot determine which nodes it reaches.')}</p>}
      <List>
        {pools.map((object) => {
          const { metadata, spec, status } = object;
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
                : actions !== null && isSettled(object)
                  ? t('Pool {{pool}}: {{actions}} on {{number}} nodes, at most {{most}} at a time, without a reboot.', {
                      ...values,
                      actions: actionWords(translation, actions),
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
      {isSingle && reboots && (
        <p>{t('The control plane is a single node: the API and this page go away while it reboots.')}</p>
      )}
      {actions === null && <p>{t('A node disruption policy of the cluster may spare the drain or the reboot.')}</p>}
    </>
  );
};

/** Whether nothing else waits for the pool, which could bring a reboot of its own. */
const isSettled = ({ spec, status }: MachineConfigPoolObject): boolean =>
  spec?.configuration?.name === status?.configuration?.name;

const mostAtOnce = (spec: object | undefined): string => {
  const { maxUnavailable } = asRecord(spec);
  return asText(maxUnavailable) ?? String(asNumberBetween(1, 1_000_000, maxUnavailable) ?? 1);
};

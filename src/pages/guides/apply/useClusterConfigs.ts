import { useMemo } from 'react';
import { machineConfigGuideLabel, machineConfigName, machineConfigRoleLabel } from '@calico-readiness/requirements';
import type { GuideId } from '@calico-readiness/requirements';
import { isInPool } from '../../../apply/pool-rollout';
import { useWatchList } from '../../../console/watch-list';
import type { K8sResourceCommon, WatchedList } from '../../../console/watch-list';
import type { MachineConfigResource } from '../../../k8s/machine-config';
import { infrastructureKind, machineConfigKind } from '../../../k8s/models';
import type { MachineConfigPoolObject } from '../../../k8s/models';
import { asRecord, asText } from '../../../k8s/untyped';

/** How the control plane is laid out (config.openshift.io/v1, TopologyMode); undefined where that cannot be seen. */
export type Topology = string | undefined;

/** What applying a guide needs of the cluster beside the fleet. */
export interface ClusterConfigs {
  /** Every MachineConfig that a role has. Rendered ones are left out: there are many, and each has a whole host in it. */
  readonly configs: WatchedList<MachineConfigResource>;
  readonly topology: Topology;
}

export function useClusterConfigs(): ClusterConfigs {
  const configs = useWatchList<MachineConfigResource>(machineConfigKind, { label: machineConfigRoleLabel });
  const { items } = useWatchList<K8sResourceCommon & { readonly status?: object }>(infrastructureKind);
  const infrastructure = items.find(({ metadata }) => metadata?.name === 'cluster');
  return { configs, topology: asText(asRecord(infrastructure?.status)['controlPlaneTopology']) };
}

/** The roles to which this guide was applied, or from which it has not quite gone again. */
export function useAppliedRoles(
  guide: GuideId,
  configs: readonly MachineConfigResource[],
  pools: readonly MachineConfigPoolObject[],
): readonly string[] {
  return useMemo(() => {
    const labelled = configs
      .filter(({ metadata }) => metadata?.labels?.[machineConfigGuideLabel] === guide)
      .map(({ metadata }) => metadata?.labels?.[machineConfigRoleLabel] ?? '');
    const going = pools
      .map(({ metadata }) => metadata?.name ?? '')
      .filter((role) => pools.some((pool) => isInPool(pool, machineConfigName(role, guide))));
    return [...new Set([...labelled, ...going])].filter((role) => role !== '').sort();
  }, [guide, configs, pools]);
}

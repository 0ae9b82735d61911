import { useMemo } from 'react';
import {
  disruptionPolicyManager,
  machineConfigGuideLabel,
  machineConfigName,
  machineConfigRoleLabel,
} from '@calico-readiness/requirements';
import type { GuideId } from '@calico-readiness/requirements';
import { clusterDisruption, policyManagers } from '../../../apply/policy-standing';
import type { ClusterDisruption, MachineConfigurationResource } from '../../../apply/policy-standing';
import { isInPool } from '../../../apply/pool-rollout';
import { useWatchList } from '../../../console/watch-list';
import type { K8sResourceCommon, WatchedList } from '../../../console/watch-list';
import type { LoadProblem } from '../../../k8s/load-problem';
import type { MachineConfigResource } from '../../../k8s/machine-config';
import { infrastructureKind, machineConfigKind, machineConfigurationKind } from '../../../k8s/models';
import type { MachineConfigPoolObject } from '../../../k8s/models';
import { asRecord, asText } from '../../../k8s/untyped';

/** How the control plane is laid out (config.openshift.io/v1, TopologyMode); undefined where that cannot be seen. */
export type Topology = string | undefined;

/** Why what was read is not the current state, and since when, in milliseconds. */
export interface Outdated {
  readonly problem: LoadProblem;
  readonly since: number | undefined;
}

/** What applying a guide needs of the cluster beside the fleet. */
export interface ClusterConfigs {
  /** Every MachineConfig that a role has. Rendered ones are left out: there are many, and each has a whole host in it. */
  readonly configs: WatchedList<MachineConfigResource>;
  readonly topology: Topology;
  /** Why the fleet beside them cannot be refreshed, and since when; null while it can. */
  readonly outdated: Outdated | null;
  /** Undefined where the cluster has no node disruption policies, and where the user may not see them. */
  readonly disruption: ClusterDisruption | undefined;
}

export function useClusterConfigs(outdated: Outdated | null = null): ClusterConfigs {
  const configs = useWatchList<MachineConfigResource>(machineConfigKind, { label: machineConfigRoleLabel });
  const { items } = useWatchList<K8sResourceCommon & { readonly status?: object }>(infrastructureKind);
  const infrastructure = items.find(({ metadata }) => metadata?.name === 'cluster');
  const { items: configurations } = useWatchList<MachineConfigurationResource>(machineConfigurationKind);
  const disruption = useMemo(() => clusterDisruption(configurations), [configurations]);
  return { configs, disruption, outdated, topology: asText(asRecord(infrastructure?.status)['controlPlaneTopology']) };
}

/** The roles to which this guide was applied, or from which it or its node disruption policy has not quite gone again. */
export function useAppliedRoles(
  guide: GuideId,
  configs: readonly MachineConfigResource[],
  pools: readonly MachineConfigPoolObject[],
  disruption: ClusterDisruption | undefined,
): readonly string[] {
  return useMemo(() => {
    const labelled = configs
      .filter(({ metadata }) => metadata?.labels?.[machineConfigGuideLabel] === guide)
      .map(({ metadata }) => metadata?.labels?.[machineConfigRoleLabel] ?? '');
    const managers = disruption === undefined ? [] : policyManagers(disruption.object);
    const going = pools
      .map(({ metadata }) => metadata?.name ?? '')
      .filter(
        (role) =>
          managers.includes(disruptionPolicyManager(role, guide)) ||
          pools.some((pool) => isInPool(pool, machineConfigName(role, guide))),
      );
    return [...new Set([...labelled, ...going])].filter((role) => role !== '').sort();
  }, [guide, configs, pools, disruption]);
}

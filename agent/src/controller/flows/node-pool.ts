import type { Labels } from '@calico-readiness/requirements';

const rolePrefix = 'node-role.kubernetes.io/';
const controlPlaneRoles: readonly string[] = ['master', 'control-plane'];

/**
 * The role of a node as the pages show it where there is no MachineConfigPool: that of the control plane before a role of
 * one's own, and `worker` last; a pool of OpenShift has the name of its role. Empty for none.
 */
export function poolOfNode(labels: Labels): string {
  const roles = Object.keys(labels)
    .filter((key) => key.startsWith(rolePrefix) && key.length > rolePrefix.length)
    .map((key) => key.slice(rolePrefix.length))
    .sort();
  const controlPlane = roles.find((role) => controlPlaneRoles.includes(role));
  return controlPlane ?? roles.find((role) => role !== 'worker') ?? roles[0] ?? '';
}

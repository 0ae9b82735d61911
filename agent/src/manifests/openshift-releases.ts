import type { ClusterProfile } from '@calico-readiness/requirements';
import { evaluateCluster, requirementById } from '@calico-readiness/requirements';

/** A version of OpenShift as people write one: `4.19`, `4.19.3`, `5.0.0-rc.1`. */
export const openshiftVersion = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,6})?(?:[-+][\w.+-]{1,64})?$/;

/**
 * Whether this release reads the MachineConfigs of the guides: Ignition's specification 3.2.0 came with OpenShift 4.7
 * (openshift/machine-config-operator, docs/MachineConfiguration.md).
 */
export function readsMachineConfigs(version: string): boolean {
  const [, major, minor] = openshiftVersion.exec(version) ?? [];
  return Number(major) > 4 || (Number(major) === 4 && Number(minor) >= 7);
}

/** What stands against installing this Calico release on this OpenShift release, one sentence each. */
export const unmetOfCluster = (version: string, profile: ClusterProfile): readonly string[] =>
  evaluateCluster({ status: 'seen', version }, profile).flatMap(({ requirement, verdict, observed }) => {
    const title = requirementById(requirement)?.failureTitle.text ?? requirement;
    return verdict === 'Fail' || verdict === 'Warn' ? [`${title}: ${observed}`] : [];
  });

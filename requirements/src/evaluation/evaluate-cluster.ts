import { catalogueFor } from '../catalogue';
import type { ClusterProfile } from '../model/cluster-profile';
import { profileValues, sourcesOf } from '../model/cluster-profile';
import { observed, unavailable } from '../model/fact';
import type { Finding } from '../model/finding';
import type { HostFacts } from '../model/host-facts';
import { hostFactNames } from '../model/host-facts';
import { inEnglish } from '../model/message';
import type { OpenShiftVersion } from '../model/openshift-version';
import { evaluateRequirement } from './evaluate-node';

/** The object that is looked at in place of a host's files. */
const source = 'ClusterVersion version';

/**
 * Judges the cluster as a whole: a finding for each requirement of scope cluster, in catalogue order. The requirements
 * name no newest version, so that a later one never fails. On another Kubernetes than OpenShift nothing of it applies.
 */
export function evaluateCluster(openshift: OpenShiftVersion, profile: ClusterProfile): Finding[] {
  const values = profileValues(profile);
  const requirements = catalogueFor(values.calicoVersion).filter(({ scope }) => scope === 'cluster');
  if (openshift.status === 'absent')
    return requirements.map(({ id }) => ({
      requirement: id,
      verdict: 'NotApplicable',
      reason: 'NotApplicable',
      observed: 'no ClusterVersion, hence no OpenShift',
    }));
  const facts = factsOf(openshift);
  return requirements.map((requirement) => {
    const finding = evaluateRequirement(requirement, facts, values, sourcesOf(profile));
    if (openshift.status !== 'seen') return finding;
    const { version, channel } = openshift;
    const needed = `Calico ${values.calicoVersion} needs ${inEnglish(requirement.needed)}`;
    return {
      ...finding,
      observed: [version, ...(channel === undefined ? [] : [`channel ${channel}`]), needed].join('; '),
    };
  });
}

/** Of a host nothing is known but the version, which its operating system would carry as well. */
function factsOf(openshift: Exclude<OpenShiftVersion, { status: 'absent' }>): HostFacts {
  const nothing = Object.fromEntries(
    hostFactNames.map((name) => [name, unavailable('unsupported', 'the cluster')]),
  ) as unknown as HostFacts;
  const operatingSystem =
    openshift.status === 'seen'
      ? observed({ id: '', openshiftVersion: openshift.version }, source)
      : unavailable('failed', source, openshift.reason);
  return { ...nothing, operatingSystem };
}

import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { quoting } from '../quotes';

const leadingVersion = /^(\d{1,4})\.(\d{1,4})(?!\d)/;

/** Of the cluster as a whole, so no part of a node's report; Red Hat CoreOS carries the version in its os-release. */
export const openshiftVersionSupported = defineRequirement({
  id: 'openshift-version-supported',
  chapter: 'openshift',
  scope: 'cluster',
  level: 'required',
  origin: quoting(
    'Calico v3.25 supports:',
    'OpenShift Container Platform 4.3+',
    'Refer to the OpenShift documentation for additional requirements.',
  ),
  title: msg('The OpenShift version is supported'),
  failureTitle: msg('The OpenShift version is not supported'),
  shortTitle: msg('OpenShift version'),
  rationale: msg('Calico is installed on OpenShift by an operator that needs the interfaces of OpenShift 4.3.'),
  needed: msg('OpenShift Container Platform 4.3 or later'),
  remedy: msg('Update the cluster to a supported version of OpenShift.'),
  guide: 'openshift',
  links: documentation.requirements,
  verifyCommand: 'oc get clusterversion',
  reasons: {
    VersionSupported: { title: msg('The OpenShift version is supported') },
    VersionTooOld: { title: msg('OpenShift is older than 4.3') },
    VersionNotSeen: { title: msg('Cannot determine the OpenShift version') },
  },
  appliesTo: always,
  needs: ['operatingSystem'],
  evaluate: ({ operatingSystem: { openshiftVersion } }) => {
    const [matched, major, minor] = leadingVersion.exec(openshiftVersion ?? '') ?? [];
    if (matched === undefined) {
      return {
        outcome: 'undetermined',
        reason: 'VersionNotSeen',
        observed: openshiftVersion ?? 'no OPENSHIFT_VERSION',
      };
    }
    const supported = Number(major) > 4 || (Number(major) === 4 && Number(minor) >= 3);
    const observed = `OPENSHIFT_VERSION=${openshiftVersion ?? ''}`;
    return supported
      ? { outcome: 'met', reason: 'VersionSupported', observed }
      : { outcome: 'unmet', reason: 'VersionTooOld', observed };
  },
});

import { msg } from '../model/message';
import type { Guide } from './guide';
import { noHostChange } from './host-change';
import { officialLinks } from './official-links';

export const openshiftGuide: Guide = {
  id: 'openshift',
  title: msg('Run a supported OpenShift release'),
  shortTitle: msg('OpenShift'),
  summary: msg(
    'Calico v3.25 supports OpenShift Container Platform 4.3 and later. OpenShift has requirements of its own beside those of Calico.',
  ),
  harm: [msg('On an earlier release the installation of Calico is not supported and not tested.')],
  advice: ['Refer to the OpenShift documentation for additional requirements.'],
  change: () => noHostChange,
  instructions: (platform) => [
    {
      text: msg('See the version and the updates that the cluster offers, and update it.'),
      commands: ['oc get clusterversion', 'oc adm upgrade'],
    },
    { text: msg('Refer to the OpenShift documentation for additional requirements.') },
    ...(platform === 'rhel'
      ? [
          {
            text: msg(
              'Check the OpenShift documentation for the releases in which RHEL hosts are supported as workers.',
            ),
          },
        ]
      : []),
  ],
  disruption: () => [{ text: msg('An update of OpenShift drains and reboots the nodes of each pool in turn.') }],
  verify: () => [{ text: msg('The cluster reports a supported version.'), commands: ['oc get clusterversion'] }],
  undo: () => [{ text: msg('OpenShift does not go back to an earlier release.') }],
  links: [officialLinks.requirements, officialLinks.openshiftDocumentation, officialLinks.openshiftUpdates],
};

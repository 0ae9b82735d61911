import { msg } from '../model/message';
import { chooseNode, onNode } from './change-commands';
import type { Guide } from './guide';
import { noHostChange } from './host-change';
import { officialLinks } from './official-links';

const look = 'grep CapBnd /proc/1/status';

export const privilegesGuide: Guide = {
  id: 'privileges',
  title: msg('Give Calico the privileges it needs'),
  shortTitle: msg('Privileges'),
  summary: msg(
    'Calico needs CAP_SYS_ADMIN. The operator runs calico-node as root in a privileged container, which has it unless the host itself is a restricted container.',
  ),
  harm: [msg('Without CAP_SYS_ADMIN calico-node cannot program the network of the host and does not become ready.')],
  advice: [
    'The simplest way to provide the necessary privilege is to run Calico as root or in a privileged container.',
  ],
  change: () => noHostChange,
  instructions: (platform, situation) => [
    {
      text: msg(
        'Run Calico as root or in a privileged container. The manifests for OpenShift do: the operator may use the security context constraint privileged, and the namespace calico-system allows privileged pods.',
      ),
      commands: ['oc get securitycontextconstraints privileged', 'oc get namespace calico-system --show-labels'],
    },
    {
      text: msg(
        'Where the host’s first process lacks the capability, the node itself runs in a container or under a manager that took it away. Give it back there; nothing inside the node can.',
      ),
      commands: platform === 'rhcos' ? [chooseNode(situation.exampleNode), onNode(look)] : [look],
    },
  ],
  disruption: () => [{ text: msg('A node that runs in a container has to be started again to get capabilities.') }],
  verify: (platform, situation) => [
    {
      text: msg('The bounding set contains bit 21, CAP_SYS_ADMIN; capsh --decode spells the value out.'),
      commands: platform === 'rhcos' ? [chooseNode(situation.exampleNode), onNode(look)] : [look],
    },
  ],
  undo: () => [{ text: msg('There is nothing to undo on the nodes.') }],
  links: [officialLinks.requirements, officialLinks.securityContextConstraints],
};

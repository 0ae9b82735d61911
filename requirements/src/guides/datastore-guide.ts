import { msg } from '../model/message';
import { chooseNode, onNode } from './change-commands';
import type { Guide } from './guide';
import { noHostChange } from './host-change';
import { officialLinks } from './official-links';

export const datastoreGuide: Guide = {
  id: 'datastore',
  title: msg('Make the Kubernetes API reachable from every node'),
  shortTitle: msg('Datastore'),
  summary: msg(
    'On OpenShift, Calico keeps its data in the Kubernetes API. Each node has to reach it: through its own address, and through the service address in the cluster.',
  ),
  harm: [
    msg(
      'A node that does not reach the API keeps its last state: new pods get no network there, and policies no longer change.',
    ),
  ],
  advice: [],
  change: () => noHostChange,
  instructions: (platform, situation) => [
    {
      text: msg('Find the address that nodes use, and ask it from the node. The answer of /readyz is ok.'),
      commands:
        platform === 'rhcos'
          ? [
              "API=$(oc get infrastructure cluster -o jsonpath='{.status.apiServerInternalURI}')",
              chooseNode(situation.exampleNode),
              onNode('curl -sk "$API/readyz"'),
            ]
          : ['API=https://api-int.example.com:6443', 'curl -sk "$API/readyz"'],
    },
    {
      text: msg(
        'A name that does not resolve points to DNS of the host, and a timeout to a firewall on the way. A refused connection means that no API server runs there.',
      ),
    },
    {
      text: msg('Before Calico is installed, missing custom resource definitions of Calico are not a failure.'),
    },
  ],
  disruption: () => [{ text: msg('Reading changes nothing.') }],
  verify: (platform, situation) => [
    {
      text: msg('The kubelet of the node reaches the API as well when the node is Ready.'),
      commands:
        platform === 'rhcos' ? [chooseNode(situation.exampleNode), 'oc get node "$NODE"'] : ['kubectl get nodes'],
    },
  ],
  undo: () => [{ text: msg('There is nothing to undo.') }],
  links: [officialLinks.requirements],
};

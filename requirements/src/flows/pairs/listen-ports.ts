import type { OpenObjects } from '../../profile/open-objects';
import { asPort } from '../../profile/json-value';
import { readField } from '../../profile/reading';
import type { FlowNode } from './flow-node';

const ofNode = 'node.';

/**
 * The nodes whose BGP listens on another TCP port than `port`, that of the cluster, or may: BGPConfiguration
 * `node.<name>` spec.listenPort, to which their peers connect as well (projectcalico/calico
 * confd/pkg/backends/calico/bgp_processor.go and client.go). A byte for each node, all of them where the list could not
 * be read.
 */
export function nodesOnOtherPorts(
  nodes: readonly FlowNode[],
  { bgpConfigurations: list }: Pick<OpenObjects, 'bgpConfigurations'>,
  port: number,
): Uint8Array {
  if (list.status !== 'read') return new Uint8Array(nodes.length).fill(Number(list.status === 'unusable'));
  const others = new Set<string>();
  for (const { name, object } of list.items) {
    if (!name.startsWith(ofNode)) continue;
    const reading = readField({ status: 'read', object, label: name }, 'spec.listenPort', asPort);
    if (reading.status === 'unusable' || (reading.status === 'set' && reading.value !== port))
      others.add(name.slice(ofNode.length));
  }
  return Uint8Array.from(nodes, ({ name }) => Number(list.malformed || others.has(name)));
}

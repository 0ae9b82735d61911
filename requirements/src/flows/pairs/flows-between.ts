import type { IpFamily } from '../../model/profile-choices';
import type { FlowKey, Need } from '../../model/traffic/flow';
import { flowKeys, flowOf } from '../../model/traffic/flow';
import { inSameSubnet } from './flow-node';
import type { FlowNode } from './flow-node';
import type { FlowNetwork } from './flow-network';
import type { TunnelMode } from './tunnel-modes';

/**
 * Which flows one node needs to another, by their index in the network; every other flow does not apply to the pair. A
 * flow of a family of which one of them has no address does not apply. Small and large packets of a tunnel go together.
 */
export function flowsBetween(network: FlowNetwork, from: number, to: number): ReadonlyMap<FlowKey, Need> {
  const [source, target] = [network.nodes[from], network.nodes[to]];
  const flows = new Map<FlowKey, Need>();
  if (source === undefined || target === undefined || from === to) return flows;
  for (const key of flowKeys) {
    const need = needOf(network, key, { from, to, source, target });
    if (need !== 'not-needed') flows.set(key, need);
  }
  return flows;
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly source: FlowNode;
  readonly target: FlowNode;
}

function needOf(network: FlowNetwork, key: FlowKey, { from, to, source, target }: Pair): Need {
  const { protocol, family } = flowOf(key);
  if (!haveAddresses(source, target, family)) return 'not-needed';
  switch (protocol) {
    case 'bgp':
      // Nodes speak BGP over both families where they have both, whatever the pods have.
      return network.bgp.between(from, to, family);
    case 'ipip':
      return tunnelNeed(network.tunnels.ipip, source, target);
    case 'vxlan':
      return tunnelNeed(network.tunnels.vxlan[family], source, target);
    case 'typha':
      // Felix asks Typha by the one address of its endpoint, which is of the cluster's first family.
      return network.typha && target.mayRunTypha && family === network.families[0] ? 'needed' : 'not-needed';
    case 'wireguard':
      return network.wireguard[family];
    default:
      return protocol satisfies never;
  }
}

const haveAddresses = (source: FlowNode, target: FlowNode, family: IpFamily): boolean =>
  source.addresses[family] !== undefined && target.addresses[family] !== undefined;

function tunnelNeed(mode: TunnelMode, source: FlowNode, target: FlowNode): Need {
  if (mode !== 'cross-subnet') return mode === 'always' ? 'needed' : 'not-needed';
  const same = inSameSubnet(source, target);
  return same === undefined ? 'unknown' : same ? 'not-needed' : 'needed';
}

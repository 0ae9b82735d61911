import type { IpFamily } from '../../model/profile-choices';
import { holdsAddress } from '../address';
import type { NodeLabels } from './label-comparison';

/** What decides which flows a node needs: from the Node, and from what calico-node writes on it. */
export interface FlowNode {
  readonly name: string;
  /** The node's address of each family, which Calico uses between nodes. */
  readonly addresses: Readonly<Partial<Record<IpFamily, string>>>;
  /**
   * The same addresses with their prefixes (`10.0.0.7/24`), from the annotations projectcalico.org/IPv4Address and
   * projectcalico.org/IPv6Address; missing before calico-node has run.
   */
  readonly networks: Readonly<Partial<Record<IpFamily, string>>>;
  readonly labels: NodeLabels;
  /** Annotation projectcalico.org/RouteReflectorClusterID, where the node is a route reflector. */
  readonly routeReflectorClusterId?: string;
  /** Whether Typha runs there, or may: its pods are scheduled on their own. */
  readonly mayRunTypha: boolean;
}

/**
 * Whether traffic from one node to another stays in a subnet, by which Calico decides with CrossSubnet: the other's
 * address lies in the network of this one's, in either family (projectcalico/calico felix/calc/l3_route_resolver.go).
 * Undefined where no network of this node is known.
 */
export function inSameSubnet(from: FlowNode, to: FlowNode): boolean | undefined {
  const known = (['IPv4', 'IPv6'] as const).filter(
    (family) => from.networks[family] !== undefined && to.addresses[family] !== undefined,
  );
  if (known.length === 0) return undefined;
  return known.some((family) => holdsAddress(from.networks[family] ?? '', to.addresses[family] ?? ''));
}

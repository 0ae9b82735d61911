import type { Cloud } from '../../model/host-facts';
import type { Encapsulation } from '../../model/profile-choices';

/** What the network of a cloud does not carry between machines, whatever its firewall rules say. */
export interface CloudNetwork {
  /** Its name for people. */
  readonly name: string;
  readonly drops: readonly Encapsulation[];
  /** The page that says so. */
  readonly source: string;
}

/**
 * Networks that drop what Calico may send. Looked up and not here, because rules decide there and not the network:
 * Amazon VPC (a security group takes any protocol number: EC2 API, IpPermission), Google Cloud (a firewall rule takes
 * `ipip`: Compute Engine API, firewalls), Huawei Cloud (VPC API, security group rules: any protocol number). A DigitalOcean
 * firewall passes TCP, UDP and ICMP only (calico#1095), but a machine does not show whether it has one. No documentation
 * was found of a network that drops UDP 4789.
 */
export const cloudNetworks: Readonly<Partial<Record<Cloud, CloudNetwork>>> = {
  azure: {
    name: 'Azure',
    drops: ['IPIP'],
    source: 'https://docs.tigera.io/calico/latest/reference/public-cloud/azure',
  },
};

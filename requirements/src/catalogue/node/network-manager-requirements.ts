import { msg } from '../../model/message';
import type { ProfileValues } from '../../model/profile-values';
import type { CalicoInterface } from '../../model/network-manager';
import { always, withIpip, withVxlan, withWireguard } from '../applicability';
import { beyond, quotes, quoting } from '../quotes';
import { networkManagerRequirement } from './network-manager-requirement';

/** Felix makes one device for each IP family of the cluster (felix/dataplane/linux/dataplanedefs). */
const byFamily =
  (ipv4: CalicoInterface, ipv6: CalicoInterface) =>
  ({ ipFamilies }: ProfileValues): readonly CalicoInterface[] =>
    ipFamilies.map((family) => (family === 'IPv4' ? ipv4 : ipv6));

const note = [
  'Many Linux distributions, such as most of the above, include NetworkManager.',
  'By default, NetworkManager does not allow Calico to manage interfaces.',
  quotes.networkManager,
];

export const networkManagerIgnoresCali = networkManagerRequirement({
  id: 'networkmanager-ignores-cali',
  label: 'cali*',
  interfaces: () => ['cali*'],
  origin: quoting('Calico must be able to manage cali* interfaces on the host.', ...note),
  shortTitle: msg('NM ignores {{interface}}', { interface: 'cali*' }),
  rationale: msg(
    'A managed pod interface gets addresses and routes from NetworkManager, and the pod loses its network.',
  ),
  appliesTo: always,
});

export const networkManagerIgnoresTunl = networkManagerRequirement({
  id: 'networkmanager-ignores-tunl',
  label: 'tunl*',
  interfaces: () => ['tunl0'],
  origin: quoting(
    'When IPIP is enabled (the default), Calico also needs to be able to manage tunl* interfaces.',
    ...note,
  ),
  shortTitle: msg('NM ignores {{interface}}', { interface: 'tunl*' }),
  rationale: msg(
    'NetworkManager removes the IPv4 address from a tunl0 that it manages, and traffic between nodes stops.',
  ),
  appliesTo: withIpip,
});

export const networkManagerIgnoresVxlanCalico = networkManagerRequirement({
  id: 'networkmanager-ignores-vxlan-calico',
  label: 'vxlan.calico',
  interfaces: byFamily('vxlan.calico', 'vxlan-v6.calico'),
  origin: quoting('When VXLAN is enabled, Calico also needs to be able to manage the vxlan.calico interface.', ...note),
  shortTitle: msg('NM ignores {{interface}}', { interface: 'vxlan.calico' }),
  rationale: msg(
    'NetworkManager and Felix both set the state and the routes of a managed vxlan.calico; it keeps going down.',
  ),
  appliesTo: withVxlan,
});

export const networkManagerIgnoresWireguardCali = networkManagerRequirement({
  id: 'networkmanager-ignores-wireguard-cali',
  label: 'wireguard.cali',
  interfaces: byFamily('wireguard.cali', 'wg-v6.cali'),
  origin: beyond(
    msg(
      "Felix makes the WireGuard interfaces as it makes the tunnels; Calico's instructions for NetworkManager name them beside the others.",
    ),
  ),
  shortTitle: msg('NM ignores {{interface}}', { interface: 'wireguard.cali' }),
  rationale: msg(
    'NetworkManager may take a managed wireguard.cali down or change its routes, and encrypted traffic stops.',
  ),
  appliesTo: withWireguard,
});

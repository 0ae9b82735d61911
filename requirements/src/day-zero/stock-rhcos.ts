import { observed, unavailable } from '../model/fact';
import type { HostFacts } from '../model/host-facts';
import { hostFactNames } from '../model/host-facts';
import type { NetworkManager } from '../model/network-manager';

const source = 'Red Hat CoreOS as OpenShift installs it';

/**
 * NetworkManager on every node that OpenShift installs. The Machine Config Operator brings `sdn.conf`
 * (openshift/machine-config-operator, templates/common/_base/files/nm-ignore-sdn.yaml), and NetworkManager's udev rule
 * keeps it off veth devices (data/85-nm-unmanaged.rules): both cover cali*, and nothing covers a tunnel.
 */
const networkManager: NetworkManager = {
  daemon: 'running',
  configurationFiles: [
    'usr/lib/NetworkManager/conf.d/00-server.conf',
    'etc/NetworkManager/NetworkManager.conf',
    'etc/NetworkManager/conf.d/01-ipv6.conf',
    'etc/NetworkManager/conf.d/20-keyfiles.conf',
    'etc/NetworkManager/conf.d/sdn.conf',
  ],
  manages: {
    'cali*': false,
    tunl0: true,
    'vxlan.calico': true,
    'vxlan-v6.calico': true,
    'wireguard.cali': true,
    'wg-v6.cali': true,
  },
};

/**
 * A node before there is one: what is the same on every node that OpenShift installs and stands in Calico's way. Everything
 * else is unavailable, hence Unknown; tests compare what follows from it with whole trees of Red Hat CoreOS 9 and 10.
 */
export const stockRhcos: HostFacts = {
  ...(Object.fromEntries(
    hostFactNames.map((name) => [name, unavailable('not-tested', source)]),
  ) as unknown as HostFacts),
  networkManager: observed(networkManager, source),
  systemdNetworkd: observed({ daemon: 'absent' }, source),
};

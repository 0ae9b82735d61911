import type { BootScenario } from './boot-scenario';
import { administrator, daemon, enabled, file, link, oneshot, runtime, vendor, wants } from './boot-scenario';

/** Links by which a target or another unit wants a unit, in all places and of all kinds. */
export const dependencyScenarios: readonly BootScenario[] = [
  {
    name: 'units that only /run wants or has',
    tree: [
      file('firewalld.service', daemon),
      wants('firewalld.service', runtime),
      file('nftables.service', oneshot, runtime),
      wants('nftables.service'),
      ...enabled('ufw.service', oneshot),
      wants('ufw.service', runtime),
    ],
  },
  {
    name: 'links of the vendor, of /usr/local and of system.control',
    tree: [
      file('firewalld.service', daemon),
      wants('firewalld.service', vendor),
      file('nftables.service', oneshot),
      wants('nftables.service', 'usr/local/lib/systemd/system'),
      file('ufw.service', oneshot),
      wants('ufw.service', 'etc/systemd/system.control'),
      file('ferm.service', oneshot),
      wants('ferm.service', vendor),
      link(`${administrator}/multi-user.target.wants/ferm.service`, '/dev/null'),
      file('ipset.service', oneshot),
      link(`${administrator}/multi-user.target.wants/ipset.service`, '/dev/null'),
      file('shorewall.service', oneshot),
      file('multi-user.target.wants/shorewall.service', 'no link', administrator),
    ],
  },
  {
    name: 'other kinds of dependencies, and targets that a boot does not go through',
    tree: [
      file('firewalld.service', daemon),
      wants('firewalld.service', administrator, 'multi-user.target.requires'),
      file('nftables.service', oneshot),
      wants('nftables.service', administrator, 'multi-user.target.upholds'),
      file('ufw.service', oneshot),
      wants('ufw.service', administrator, 'sysinit.target.requires'),
      file('ferm.service', oneshot),
      wants('ferm.service', administrator, 'basic.target.wants'),
      file('iptables.service', oneshot),
      wants('iptables.service', administrator, 'rescue.target.wants'),
      file('ipset.service', oneshot),
      wants('ipset.service', administrator, 'shutdown.target.wants'),
      file('arptables.service', oneshot),
      wants('arptables.service', administrator, 'NetworkManager.service.wants'),
      file('ebtables.service', oneshot),
      wants('ebtables.service', administrator, 'nftables.service.wants'),
    ],
  },
];

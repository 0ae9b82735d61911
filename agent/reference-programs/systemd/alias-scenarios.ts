import type { BootScenario } from './boot-scenario';
import { administrator, daemon, file, link, mask, oneshot, vendor, wants } from './boot-scenario';

/** Units with other names, and names that are no unit. */
export const aliasScenarios: readonly BootScenario[] = [
  {
    name: 'aliases, of units that are enabled, disabled and masked',
    tree: [
      file('netfilter-persistent.service', `${oneshot}Alias=iptables.service ip6tables.service\n`),
      wants('netfilter-persistent.service'),
      link(`${administrator}/iptables.service`, `/${vendor}/netfilter-persistent.service`),
      link(`${administrator}/ip6tables.service`, `/${vendor}/netfilter-persistent.service`),
      file('firewalld.service', `${daemon}Alias=dbus-org.fedoraproject.FirewallD1.service\n`),
      link(`${administrator}/dbus-org.fedoraproject.FirewallD1.service`, `/${vendor}/firewalld.service`),
      file('shorewall.service', oneshot),
      link(`${vendor}/shorewall6.service`, 'shorewall.service'),
      mask('shorewall.service'),
      file('lfd.service', daemon),
      link(`${administrator}/csf.service`, `/${vendor}/lfd.service`),
      link(`${administrator}/multi-user.target.wants/csf.service`, `/${vendor}/lfd.service`),
    ],
  },
  {
    name: 'an alias whose link leads to an empty file, of a unit that a generator makes',
    tree: [
      file('nftables.service', oneshot, 'run/systemd/generator'),
      wants('nftables.service', 'run/systemd/generator'),
      file('nftables.service', ''),
      link(`${administrator}/iptables.service`, `/${vendor}/nftables.service`),
    ],
  },
  {
    name: 'links that lead nowhere or in a circle, a directory, and names that are no unit files',
    tree: [
      link(`${administrator}/firewalld.service`, `/${vendor}/firewalld.service`),
      wants('firewalld.service'),
      link(`${administrator}/ufw.service`, 'ufw.service'),
      link(`${administrator}/ferm.service`, 'csf.service'),
      link(`${administrator}/csf.service`, 'ferm.service'),
      file('nftables.service/nothing', 'x'),
      wants('nftables.service'),
      file('iptables.service.d/x.conf', '[Service]\nExecStart=/bin/true\n', administrator),
    ],
  },
];

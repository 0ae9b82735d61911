import type { BootScenario } from './boot-scenario';
import { administrator, enabled, file, link, mask, oneshot, runtime, wants } from './boot-scenario';

/** Units that are masked, in every way and at every time. */
export const maskScenarios: readonly BootScenario[] = [
  {
    name: 'units masked in every way although they are wanted',
    tree: [
      ...enabled('firewalld.service'),
      mask('firewalld.service'),
      ...enabled('iptables.service', oneshot),
      file('iptables.service', '', administrator),
      ...enabled('nftables.service', oneshot),
      link(`${administrator}/nftables.service`, '../../../dev/null'),
      file('ufw.service', oneshot),
      wants('ufw.service'),
      mask('ufw.service', 'usr/local/lib/systemd/system'),
      ...enabled('ferm.service'),
      mask('ferm.service', 'etc/systemd/system.control'),
      wants('csf.service'),
      file('csf.service', ''),
    ],
  },
  {
    name: 'units masked while they are active, before and after a daemon-reload',
    tree: [...enabled('firewalld.service'), ...enabled('nftables.service', oneshot), ...enabled('ferm.service')],
    steps: `ln -s /dev/null /${administrator}/firewalld.service; ln -s /dev/null /${administrator}/nftables.service\n$S daemon-reload\nln -s /dev/null /${administrator}/ferm.service`,
  },
  {
    name: 'runtime masks, one of them behind a file in /etc',
    tree: [
      ...enabled('firewalld.service'),
      mask('firewalld.service', runtime),
      file('nftables.service', oneshot, administrator),
      wants('nftables.service'),
      mask('nftables.service', runtime),
      file('ufw.service', oneshot),
      mask('ufw.service', runtime),
    ],
  },
];

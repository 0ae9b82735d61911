import type { FirewallUnit } from '@calico-readiness/requirements';
import type { BootScenario } from './boot-scenario';
import {
  administrator,
  daemon,
  enabled,
  failing,
  file,
  mask,
  oneshot,
  slowToReload,
  slowToStart,
  slowToStop,
  vendor,
  wants,
} from './boot-scenario';

const untilStates = (...states: readonly (readonly [FirewallUnit, string])[]): string =>
  states
    .map(([unit, state]) => `while [ "$($S show -P ActiveState ${unit})" != ${state} ]; do sleep 0.05; done`)
    .join('\n');

/** What somebody did after the boot. */
export const changedSinceBootScenarios: readonly BootScenario[] = [
  {
    name: 'units started by hand',
    tree: [file('firewalld.service', daemon), file('nftables.service', oneshot), file('ufw.service', oneshot)],
    steps: '$S start firewalld.service nftables.service',
  },
  {
    name: 'units stopped by hand',
    tree: [...enabled('firewalld.service'), ...enabled('nftables.service', oneshot)],
    steps: '$S stop firewalld.service nftables.service',
  },
  {
    name: 'units on the way from one state to another',
    tree: [
      file('firewalld.service', slowToReload),
      file('nftables.service', slowToStart),
      file('ufw.service', slowToStop),
      file('ferm.service', failing),
    ],
    steps: `$S start firewalld.service ufw.service; $S start ferm.service || true
$S --no-block reload firewalld.service; $S --no-block start nftables.service; $S --no-block stop ufw.service
${untilStates(['firewalld.service', 'reloading'], ['nftables.service', 'activating'], ['ufw.service', 'deactivating'], ['ferm.service', 'failed'])}`,
  },
  {
    name: 'files that changed since systemd read them',
    tree: [
      ...enabled('firewalld.service'),
      file('nftables.service', oneshot),
      ...enabled('ufw.service', oneshot),
      mask('ferm.service'),
      file('ferm.service', daemon),
      wants('ferm.service'),
    ],
    steps: `rm /${vendor}/firewalld.service
mkdir -p /${administrator}/multi-user.target.wants; ln -s /${vendor}/nftables.service /${administrator}/multi-user.target.wants/nftables.service
sleep 0.02; echo '# later' >> /${vendor}/ufw.service
rm /${administrator}/ferm.service
cp /${vendor}/nftables.service /${vendor}/iptables.service; ln -s /${vendor}/iptables.service /${administrator}/multi-user.target.wants/iptables.service`,
  },
  {
    name: 'what systemctl itself does',
    tree: [
      ...enabled('firewalld.service'),
      ...enabled('nftables.service', oneshot),
      file('ufw.service', oneshot),
      file('ferm.service', oneshot),
      ...enabled('ipset.service', oneshot),
      ...enabled('csf.service'),
      file('lfd.service', daemon),
    ],
    steps:
      '$S mask --now firewalld.service; $S disable nftables.service; $S enable ufw.service; $S enable --runtime ferm.service; $S mask --runtime ipset.service; $S disable --now csf.service; $S enable --now lfd.service',
  },
  {
    name: 'a linked unit and a transient one',
    tree: [file('firewalld.service', daemon, 'etc/vendor')],
    steps: '$S link /etc/vendor/firewalld.service; systemd-run --unit=ferm.service /bin/sleep infinity',
  },
];

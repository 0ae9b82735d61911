import type { FirewallUnit } from '@calico-readiness/requirements';
import { firewallUnits } from '@calico-readiness/requirements';
import type { GeneratedUnitTree } from './generated-unit-trees';

/** A tree to boot, and what a shell does after the boot, with `$S` as systemctl. */
export interface BootScenario {
  readonly name: string;
  readonly tree: GeneratedUnitTree;
  readonly steps?: string;
}

type Entry = GeneratedUnitTree[number];

const vendor = 'usr/lib/systemd/system';
const administrator = 'etc/systemd/system';
const runtime = 'run/systemd/system';

const wanted = '[Install]\nWantedBy=multi-user.target\n';
/** As firewalld. */
const daemon = `[Service]\nExecStart=/bin/sleep infinity\n${wanted}`;
/** As nftables, ufw and netfilter-persistent. */
const oneshot = `[Unit]\nDefaultDependencies=no\n[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/true\n${wanted}`;
const forgetful = `[Service]\nType=oneshot\nExecStart=/bin/true\n${wanted}`;
const failing = `[Service]\nExecStart=/bin/false\n${wanted}`;
const slowToStart = '[Service]\nType=oneshot\nExecStart=/bin/sleep infinity\n';
const slowToStop = '[Service]\nExecStart=/bin/sleep infinity\nExecStop=/bin/sleep infinity\n';
const slowToReload = '[Service]\nExecStart=/bin/sleep infinity\nExecReload=/bin/sleep infinity\n';

const file = (unit: string, content: string, directory = vendor): Entry => ({ path: `${directory}/${unit}`, content });
const link = (path: string, linkTo: string): Entry => ({ path, content: { linkTo } });
const wants = (unit: string, directory = administrator, target = 'multi-user.target.wants'): Entry =>
  link(`${directory}/${target}/${unit}`, `/${vendor}/${unit}`);
const mask = (unit: string, directory = administrator): Entry => link(`${directory}/${unit}`, '/dev/null');
const enabled = (unit: FirewallUnit, text = daemon): Entry[] => [file(unit, text), wants(unit)];

const untilStates = (...states: readonly (readonly [FirewallUnit, string])[]): string =>
  states
    .map(([unit, state]) => `while [ "$($S show -P ActiveState ${unit})" != ${state} ]; do sleep 0.05; done`)
    .join('\n');

const everyKind = firewallUnits.map(
  (unit, index) => [unit, [daemon, oneshot, forgetful, failing][index % 4] ?? daemon] as const,
);

export const bootScenarios: readonly BootScenario[] = [
  { name: 'nothing installed', tree: [] },
  { name: 'everything installed and nothing enabled', tree: everyKind.map(([unit, text]) => file(unit, text)) },
  {
    name: 'everything enabled, whether it stays, ends or fails',
    tree: everyKind.flatMap(([unit, text]) => enabled(unit, text)),
  },
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
    steps: '$S link /etc/vendor/firewalld.service; /usr/bin/systemd-run --unit=ferm.service /bin/sleep infinity',
  },
  {
    name: 'units that a generator makes, enables and masks',
    tree: [
      file('ferm.service', daemon, 'run/systemd/generator.late'),
      link('run/systemd/generator.late/multi-user.target.wants/ferm.service', '../ferm.service'),
      file('firewalld.service', daemon),
      wants('firewalld.service', 'run/systemd/generator'),
      ...enabled('nftables.service', oneshot),
      mask('nftables.service', 'run/systemd/generator.early'),
      ...enabled('ufw.service', oneshot),
      mask('ufw.service', 'run/systemd/generator.late'),
    ],
  },
  {
    name: 'a unit file that can not be started and is wanted',
    tree: enabled('firewalld.service', `[Service]\nType=simple\n${wanted}`),
  },
  {
    name: 'a unit whose condition does not hold',
    tree: enabled('firewalld.service', `[Unit]\nConditionPathExists=/nowhere\n${daemon}`),
  },
];

/**
 * The same tree with units that can be started, before sysinit.target as well, and without what makes a boot itself
 * fail: a target whose `.requires` names a masked unit.
 */
export const startableTree = (tree: GeneratedUnitTree): GeneratedUnitTree =>
  tree.map(({ path, content }) => ({
    path: path.replace('sysinit.target.requires', 'sysinit.target.wants'),
    content:
      typeof content === 'string' && content.startsWith('[')
        ? `[Unit]\nDefaultDependencies=no\n${content}[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/true\n`
        : content,
  }));

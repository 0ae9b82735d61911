import { deeds, translatedDeeds } from '../kernel/calico-deeds';
import { linkCases } from './guest-link-cases';
import { doing, legacy, matches, nft, sets } from './guest-module-rules';
import type { ModuleCase } from './guest-module-script';
import { iptablesCases, setCases } from './guest-netfilter-cases';

const noRules: ModuleCase = { files: {}, deeds: [...deeds, ...translatedDeeds] };

/** Where a file is decides as much as what is in it. */
const aboutPlaces: readonly ModuleCase[] = [
  {
    files: {
      'usr/lib/modprobe.d/a.conf': 'blacklist vxlan\n',
      'usr/lib/modprobe.d/b.conf': 'blacklist ipip\n',
      'etc/modprobe.d/a.conf': '',
    },
    deeds: doing('type vxlan', 'type ipip'),
  },
  {
    files: {
      'run/modprobe.d/a.conf': 'blacklist vxlan\n',
      'etc/modprobe.d/a.conf': { linkTo: '/dev/null' },
      'usr/local/lib/modprobe.d/b.conf': 'blacklist ipip\n',
    },
    deeds: doing('type vxlan', 'type ipip'),
  },
  {
    files: { 'etc/modprobe.d/a.conf.bak': 'blacklist vxlan\n', 'etc/modprobe.d/.b.conf': 'blacklist ipip\n' },
    deeds: doing('type vxlan', 'type ipip'),
  },
];

/** Written by hand: what administrators and hardening guides do, and what only looks like it. */
export const moduleCases: readonly ModuleCase[] = [
  noRules,
  ...linkCases,
  ...setCases,
  ...iptablesCases,
  ...aboutPlaces,
];

const programCase = (path: string): ModuleCase => ({
  files: { 'proc/sys/kernel/modprobe': `${path}\n` },
  before: `echo ${path} >/proc/sys/kernel/modprobe`,
  deeds: doing(
    'type veth',
    'type ipip',
    'type vxlan',
    'type wireguard',
    ...sets,
    matches[0] ?? '',
    legacy('filter -S'),
  ),
});

/** What the kernel starts when it needs a module: nothing, programs that do nothing, and modprobe again at the end. */
export const programCases: readonly ModuleCase[] = ['', '/bin/true', '/bin/false', '/usr/sbin/modprobe'].map(
  programCase,
);

/** The kernel's own list, and modprobe's on the kernel's command line. */
export const denyingCommandLine =
  'module_blacklist=udp_tunnel,ip_set_hash_net,xt_mark,xt-set,nf_nat modprobe.blacklist=ipip,ip-set-hash-ip modprobe.blacklist=xt_addrtype';

/** Under that command line. After the last one nothing can be loaded any more. */
export const deniedCases: readonly ModuleCase[] = [
  {
    files: {},
    deeds: doing(
      'type veth',
      'type ipip',
      'type vxlan',
      'type wireguard',
      ...sets,
      ...matches.slice(0, 3),
      legacy('filter -A INPUT -m set'),
      legacy('nat -S'),
      nft('nat -A POSTROUTING -j MASQUERADE'),
    ),
  },
  {
    files: { 'proc/sys/kernel/modules_disabled': '1\n' },
    before: 'echo 1 >/proc/sys/kernel/modules_disabled',
    deeds: doing('type veth', 'ipset create c', legacy('filter -S')),
  },
];

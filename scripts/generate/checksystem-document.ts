import { isFailure } from './checksystem/checksystem';
import type { ComparedHost } from './checksystem/compare';
import {
  comparedHosts,
  foundWrongly,
  missedRightly,
  missedWrongly,
  notLookedAt,
  requirementOfModule,
} from './checksystem/compare';

/** Why its answer about a module can be wrong. */
const causes: Readonly<Record<string, string>> = {
  ip_set: 'A line of modules.dep or `=m` is enough; whether the file is there and may be loaded is not looked at.',
  ip6_tables: '`=m` is enough, and iptables-nft would do as well.',
  ip_tables: '`=m` is enough, and iptables-nft would do as well.',
  ipt_ipvs: 'An alias of xt_ipvs, no file; it is found only through a configuration in /boot.',
  'vfio-pci': 'Serves the VPP data plane, not Calico as it is installed.',
  xt_bpf: 'No rule of Felix uses it.',
  ipt_REJECT: 'Is inferred from CONFIG_NFT_REJECT, which is another module.',
  ipt_rpfilter: '`=m` is enough.',
  xt_rpfilter: 'There is no module of this name: ipt_rpfilter and ip6t_rpfilter are the match.',
  ipt_set: 'An alias of xt_set; is inferred from CONFIG_NET_EMATCH_IPSET, which is something else.',
  nf_conntrack_netlink: 'A line of modules.dep is enough.',
  xt_addrtype: '`=m` is enough.',
  xt_conntrack: '`=m` is enough.',
  xt_icmp:
    'There is no module of this name: icmp is in ip_tables, since Linux 6.4 in xt_tcpudp. It is found only while legacy iptables is loaded.',
  xt_icmp6:
    'There is no module of this name: icmpv6 is in ip6_tables, since Linux 6.4 in xt_tcpudp. It looks for icmp in the tables of IPv4.',
  xt_mark: 'Its symbol, CONFIG_IP_NF_TARGET_MARK, is gone; only the indexes count.',
  xt_multiport: 'Its symbol, CONFIG_IP_NF_MATCH_MULTIPORT, is gone; only the indexes count.',
  xt_set: '`=m` or a line of modules.dep is enough.',
  xt_u32: 'No rule of Felix uses it, and RHEL 9 does not have it.',
};

const code = (names: readonly string[]): string =>
  names.length === 0 ? '–' : names.map((name) => `\`${name}\``).join(' ');

const hostRow = (host: ComparedHost): string => {
  const missed = host.answers.filter(({ foundIn }) => foundIn === undefined).map(({ module }) => module);
  const said = isFailure(host.answers) ? 'not met' : missed.length > 0 ? 'met, with a warning' : 'met';
  return `| ${[`\`${host.name}\``, said, code(missedWrongly(host)), code(missedRightly(host)), code(foundWrongly(host)), host.verdict, code(notLookedAt(host))].join(' | ')} |`;
};

function moduleRow(module: string, hosts: readonly ComparedHost[]): string {
  const where = (wrong: (host: ComparedHost) => string[]): string =>
    code(hosts.filter((host) => wrong(host).includes(module)).map(({ name }) => name));
  const requirement = requirementOfModule[module];
  return `| ${[`\`${module}\``, requirement === undefined ? 'nothing' : `\`${requirement}\``, where(missedWrongly), where(foundWrongly), causes[module] ?? ''].join(' | ')} |`;
}

/** docs/checksystem.md: the answers of `calicoctl node checksystem` beside ours, for the fixture hosts. */
export async function checksystemDocument(): Promise<string> {
  const hosts = await comparedHosts();
  return `# \`calicoctl node checksystem\` and Calico Readiness about the same hosts

\`calicoctl node checksystem\` of Calico v3.25 to v3.32 looks for nineteen kernel modules on the host that it runs on. Its rules stand in
calicoctl/calicoctl/commands/node/checksystem.go of [projectcalico/calico](https://github.com/projectcalico/calico); this page applies them, in an emulation of our own, to the
host trees in agent/fixtures, and sets the agent's answer beside them. The agent is asked for everything at once: eBPF, VXLAN, WireGuard, both IP families, SCTP and kube-proxy in
IPVS mode. The page is generated from the trees (\`npm run generate-docs\`), and a test fails when it is stale.

How the trees came about, and which of them are put together from published facts, stands in agent/fixtures/hosts/README.md. Calico's users report the same false answers:
projectcalico/calico#4288 (Flatcar), #5263 (arm64), #7556 (RHEL 9), kubernetes-sigs/kubespray#6289 (Ubuntu).

## By host

"Missed wrongly" is what checksystem calls missing although the host has what it stands for, or Calico needs no such module; one of them is enough for "System requirements not met". "Found wrongly"
is what it finds although the module cannot be loaded. The last column is what fails and what it does not look at.

| host | checksystem | missed wrongly | missed rightly | found wrongly | Calico Readiness | fails beside |
|---|---|---|---|---|---|---|
${hosts.map(hostRow).join('\n')}

## By module

| it looks for | which stands for | missed wrongly on | found wrongly on | why |
|---|---|---|---|---|
${Object.keys(requirementOfModule)
  .map((module) => moduleRow(module, hosts))
  .join('\n')}

## What else differs

- Its minimum for the kernel is 2.6.24; Calico's is 3.10, and 5.10 from v3.29 on.
- It looks for a configuration in /boot and /usr/src only. Red Hat CoreOS has it beside the modules, Flatcar in /proc/config.gz.
- lsmod is searched for the name anywhere: \`ip_set_hash_ip\` is taken for \`ip_set\`.
- It does not know what the cluster is to use: eBPF, nftables, tunnels and IP families ask for the same modules.
- It must run as root on each host, where it starts uname and lsmod. The agent starts nothing there.
- Calico v3.33 rewrites it: modules have alternatives and may be optional, and /sys/module is looked at first. \`=m\` in a configuration still counts as found, ip_tables is still asked for where iptables-nft
  or eBPF needs none, and lines in modprobe.d, the kernel's command line and lockdown are still not looked at.
`;
}

import { createHost } from '../host/create-host';
import { kernelModulesProbe } from '../probes/kernel-modules';
import { runDecider } from './decider-programs';

/** One thing that Calico does, as a command, and the modules without which the kernel can't do it. */
type Deed = readonly [command: string, ...modules: string[]];

const tables: readonly Deed[] = ['filter', 'nat', 'mangle', 'raw'].flatMap((table): Deed[] => [
  [`iptables-legacy -t ${table} -S`, 'x_tables', 'ip_tables', `iptable_${table}`],
  [`ip6tables-legacy -t ${table} -S`, 'x_tables', 'ip6_tables', `ip6table_${table}`],
]);

/** What follows `-A CHAIN`, the table, and the module of the match or target. */
const rules: readonly (readonly [table: string, rule: string, ...modules: string[]])[] = [
  ['filter', 'INPUT -m mark --mark 0x1/0x1', 'xt_mark'],
  ['mangle', 'PREROUTING -j MARK --set-xmark 0x1/0x1', 'xt_mark'],
  ['filter', 'INPUT -m comment --comment calico', 'xt_comment'],
  ['filter', 'INPUT -m conntrack --ctstate ESTABLISHED', 'xt_conntrack', 'nf_conntrack'],
  ['filter', 'INPUT -m addrtype --dst-type LOCAL', 'xt_addrtype'],
  ['filter', 'INPUT -p tcp -m multiport --dports 80,443', 'xt_multiport'],
  ['filter', 'INPUT -p tcp -m tcp --dport 80', 'xt_tcpudp'],
  ['filter', 'INPUT -p sctp -m sctp --dport 80', 'xt_sctp'],
  ['filter', 'INPUT -m set --match-set calico dst', 'xt_set', 'ip_set', 'ip_set_hash_net'],
  ['raw', 'PREROUTING -m rpfilter --invert', 'ipt_rpfilter'],
  ['filter', 'INPUT -j REJECT', 'ipt_REJECT'],
  ['filter', 'INPUT -j LOG', 'xt_LOG'],
  ['raw', 'PREROUTING -j CT --notrack', 'xt_CT'],
  ['filter', 'INPUT -m ipvs --ipvs', 'xt_ipvs', 'ip_vs'],
  ['mangle', 'PREROUTING -j CONNMARK --save-mark', 'xt_connmark'],
  ['nat', 'POSTROUTING -j MASQUERADE', 'xt_MASQUERADE', 'nf_nat'],
  ['nat', 'PREROUTING -p tcp -j DNAT --to-destination 192.0.2.1:80', 'xt_nat', 'nf_nat'],
];

const deeds: readonly Deed[] = [
  ['ip link add cali0 type veth peer name cali1', 'veth'],
  ['ip link add calico0 type ipip local 192.0.2.1', 'ipip'],
  ['ip link add vxlan.calico type vxlan id 4096 dstport 4789', 'vxlan'],
  ['ip link add wireguard.cali type wireguard', 'wireguard'],
  ['tc qdisc add dev lo clsact', 'sch_ingress'],
  ['ipset create a hash:ip', 'ip_set', 'ip_set_hash_ip'],
  ['ipset create b hash:net', 'ip_set', 'ip_set_hash_net'],
  ['ipset create c hash:ip,port', 'ip_set', 'ip_set_hash_ipport'],
  ['ipset create d hash:ip family inet6', 'ip_set', 'ip_set_hash_ip'],
  ...tables,
  ...rules.map(([table, rule, ...modules]): Deed => [`iptables-legacy -t ${table} -A ${rule}`, 'x_tables', 'ip_tables', `iptable_${table}`, ...modules]),
  ['iptables-nft -t filter -S', 'nf_tables'],
  ['ip6tables-nft -t filter -S', 'nf_tables'],
  ['iptables-nft -N cali-FORWARD', 'nf_tables'],
  ['ip6tables-nft -N cali-FORWARD', 'nf_tables'],
];

/** iptables-nft writes some matches as expressions of nf_tables, so that it may work without their modules. */
const translated = rules.map(([table, rule, ...modules]): Deed => [
  `iptables-nft -t ${table} -A ${rule}`,
  'nf_tables',
  'nft_compat',
  ...(table === 'nat' ? ['nft_chain_nat'] : []),
  ...modules,
]);

const usable = ['loaded', 'built-in', 'loadable'];

const statesHere = (async (): Promise<Readonly<Record<string, string | undefined>>> => {
  const { kernelModules } = await kernelModulesProbe.gather(await createHost({ root: '/' }));
  return kernelModules.status === 'observed' ? kernelModules.value : {};
})();

/** Runs a command in a network namespace of its own, which is gone with the command. */
function runAlone(command: string): { readonly works: boolean; readonly errors: string } {
  const lines = ['set -e', 'mount -t tmpfs none /run', ...(command.includes('--match-set') ? ['ipset create calico hash:net'] : []), command];
  const { status, errors } = runDecider('unshare', ['--net', '--mount', 'sh'], `${lines.join('\n')}\n`);
  return { works: status === 0, errors };
}

async function judge(command: string, modules: readonly string[]): Promise<{ readonly available: boolean; readonly works: boolean; readonly why: string }> {
  const states = await statesHere;
  const available = modules.every((name) => usable.includes(states[name] ?? ''));
  const { works, errors } = runAlone(command);
  return { available, works, why: `${modules.map((name) => `${name}: ${states[name] ?? 'not named'}`).join(', ')}; ${errors}` };
}

describe('the kernel of this machine', () => {
  it.each(deeds)('does what we say it can, and nothing else: %s', async (command, ...modules) => {
    const { available, works, why } = await judge(command, modules);
    expect(works, why).toBe(available);
  });

  it.each(translated)('does what we say it can: %s', async (command, ...modules) => {
    const { available, works, why } = await judge(command, modules);
    expect(works || !available, why).toBe(true);
  });

  it('is known in full, so that nothing above passes for want of knowledge', async () => {
    const states = await statesHere;
    const asked = new Set([...deeds, ...translated].flatMap(([, ...modules]) => modules));
    expect([...asked].filter((name) => states[name] === undefined || states[name] === 'unknown')).toEqual([]);
  });
});

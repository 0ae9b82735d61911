import type { ModuleNeed } from '../../derived/module-availability';
import { allOf, anyOf } from '../../derived/module-availability';
import { msg } from '../../model/message';
import { beyond, quotes, quoting } from '../quotes';
import { nftablesNatChain } from './iptables-base-rows';
import type { KernelModuleRow, ModuleUse } from './kernel-module-requirement';

const logger = ({ ipv6 }: ModuleUse): ModuleNeed[] => [
  anyOf('nf_log_syslog', 'nf_log_ipv4'),
  ...(ipv6 ? [anyOf('nf_log_syslog', 'nf_log_ipv6')] : []),
];

/** ACCEPT and DROP have no module of their own: x_tables and nf_tables know them. */
const verdict = ({ dataplane }: ModuleUse): ModuleNeed =>
  dataplane === 'Nftables' ? 'nf_tables' : anyOf('x_tables', 'nf_tables');

const action = (target: string): Pick<KernelModuleRow, 'title' | 'failureTitle' | 'shortTitle' | 'origin'> => ({
  title: msg('The iptables action {{target}} is available', { target }),
  failureTitle: msg('The iptables action {{target}} is not available', { target }),
  shortTitle: msg('Action {{target}}', { target }),
  origin: quoting(quotes.actions, quotes.iptables, quotes.smallModules),
});

/** The actions that the document names. */
export const actionRows: readonly KernelModuleRow[] = [
  {
    ...action('REJECT'),
    id: 'target-reject',
    subject: { feature: 'REJECT' },
    modules: ['ipt_REJECT'],
    // iptables-nft, too, uses the x_tables target, by way of nft_compat; nft_reject serves native rules only.
    need: ({ dataplane, ipv6 }) => {
      if (dataplane === 'Nftables') {
        return allOf(
          'nft_reject',
          anyOf('nft_reject_ipv4', 'nft_reject_inet'),
          ...(ipv6 ? [anyOf('nft_reject_ipv6', 'nft_reject_inet')] : []),
        );
      }
      return ipv6 ? allOf('ipt_REJECT', 'ip6t_REJECT') : 'ipt_REJECT';
    },
    rationale: msg('Felix can answer denied traffic with a rejection, and does so for services without endpoints.'),
  },
  {
    ...action('ACCEPT'),
    id: 'target-accept',
    subject: { feature: 'ACCEPT' },
    modules: ['x_tables', 'nf_tables'],
    needed: msg('x_tables or nf_tables loaded, built-in or loadable'),
    need: verdict,
    rationale: msg('Traffic that policy allows is accepted.'),
  },
  {
    ...action('DROP'),
    id: 'target-drop',
    subject: { feature: 'DROP' },
    modules: ['x_tables', 'nf_tables'],
    needed: msg('x_tables or nf_tables loaded, built-in or loadable'),
    need: verdict,
    rationale: msg('Traffic that policy denies is dropped.'),
  },
  {
    ...action('LOG'),
    id: 'target-log',
    subject: { feature: 'LOG' },
    modules: ['xt_LOG', 'nf_log_syslog'],
    need: (use) => (use.dataplane === 'Nftables' ? allOf('nft_log', ...logger(use)) : allOf('xt_LOG', ...logger(use))),
    rationale: msg('Policy rules with the action Log write to the kernel log.'),
  },
];

/** Actions that the document leaves out, although every node's rules have them. */
export const furtherActionRows: readonly KernelModuleRow[] = [
  {
    id: 'nat-targets',
    subject: { feature: 'NAT' },
    modules: ['nf_nat', 'xt_nat', 'xt_MASQUERADE'],
    need: ({ dataplane, ipv6 }) =>
      dataplane === 'Nftables'
        ? allOf('nf_nat', 'nft_nat', 'nft_masq', nftablesNatChain)
        : allOf(
            'nf_nat',
            'xt_nat',
            anyOf('xt_MASQUERADE', 'ipt_MASQUERADE'),
            ...(ipv6 ? [anyOf('xt_MASQUERADE', 'ip6t_MASQUERADE')] : []),
          ),
    origin: beyond(
      msg(
        'Felix writes rules with MASQUERADE for traffic that leaves the cluster, and with SNAT and DNAT for host ports and floating addresses.',
      ),
    ),
    title: msg('The NAT actions of iptables are available'),
    failureTitle: msg('The NAT actions of iptables are not available'),
    shortTitle: msg('NAT actions'),
    rationale: msg('Without MASQUERADE pods cannot reach anything outside the cluster.'),
  },
  {
    id: 'notrack-target',
    subject: { feature: 'NOTRACK' },
    modules: ['xt_CT'],
    need: ({ dataplane }) => (dataplane === 'Nftables' ? 'nft_ct' : 'xt_CT'),
    origin: beyond(msg('Felix writes rules with NOTRACK for untracked policies and for VXLAN traffic.')),
    title: msg('The iptables action {{target}} is available', { target: 'NOTRACK' }),
    failureTitle: msg('The iptables action {{target}} is not available', { target: 'NOTRACK' }),
    shortTitle: msg('Action {{target}}', { target: 'NOTRACK' }),
    rationale: msg('Without it the raw table of Felix cannot be written.'),
  },
  {
    id: 'connmark-target',
    subject: { feature: 'CONNMARK' },
    modules: ['xt_connmark'],
    need: ({ dataplane }) => (dataplane === 'Nftables' ? 'nft_ct' : 'xt_connmark'),
    origin: beyond(
      msg('Felix keeps marks with the connection by rules with CONNMARK, for WireGuard and for the eBPF data plane.'),
    ),
    title: msg('The iptables action {{target}} is available', { target: 'CONNMARK' }),
    failureTitle: msg('The iptables action {{target}} is not available', { target: 'CONNMARK' }),
    shortTitle: msg('Action {{target}}', { target: 'CONNMARK' }),
    rationale: msg('Without it reply packets lose the mark that decides their route.'),
  },
];

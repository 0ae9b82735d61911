import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { when } from '../applicability';
import { documentation } from '../documentation';
import { beyond } from '../quotes';
import { judgeIptablesBackend } from './iptables-backend-judgement';

export const iptablesBackendConsistent = defineRequirement({
  id: 'iptables-backend-consistent',
  chapter: 'kernel',
  scope: 'host',
  level: 'recommended',
  origin: beyond(
    msg(
      'Calico before v3.25.2 may choose the legacy variant of iptables while kube-proxy uses nft; rules of both then take part.',
    ),
  ),
  title: msg('One variant of iptables is in use'),
  failureTitle: msg('Both variants of iptables are in use'),
  shortTitle: msg('iptables variant'),
  rationale: msg('Rules of one variant do not show in the other, and traffic must pass both.'),
  needed: msg('Rules by legacy iptables or by nft, not by both'),
  remedy: msg(
    'Use Calico v3.25.2 or later, or set iptablesBackend in FelixConfiguration to the variant that kube-proxy uses.',
  ),
  guide: 'kernel-modules',
  links: documentation.requirements,
  verifyCommand: 'cat /proc/net/ip_tables_names /proc/net/ip6_tables_names; lsmod | grep -E "^(ip_tables|nft_compat) "',
  reasons: {
    LegacyNotInUse: { title: msg('No table of legacy iptables is in use') },
    LegacyOnly: { title: msg('Only legacy iptables is in use') },
    BothBackendsInUse: { title: msg('Legacy and nft iptables are both in use') },
    LegacyCanNotLoad: {
      title: msg('Legacy iptables may be unable to load its kernel modules'),
      remedy: msg(
        'Load ip_tables at boot: the kernel is told to use a modprobe at a path that containers do not have.',
      ),
    },
    BackendUndecided: { title: msg('Cannot determine which variants of iptables are in use') },
  },
  appliesTo: when((profile) => profile.dataplane !== 'Nftables', msg('The nftables data plane does not use iptables')),
  needs: ['kernelModules'],
  consults: ['legacyIptables', 'modprobePath', 'moduleLoading'],
  evaluate: ({ kernelModules }, { facts }) => judgeIptablesBackend(kernelModules, facts),
});

import { msg } from '../../model/message';
import type { ReasonText } from '../../model/requirement';
import type { ModuleSubject } from './module-reasons';

/** What only a requirement for modules may say whose part for IPv6 some kernels do not register. */
export type Ipv6Reason = 'Ipv6NotRegistered' | 'Ipv6Unknown';

/** The reasons about IPv6 with their sentences. Only another kernel has the missing part, so the guide is another one. */
export function ipv6Reasons(subject: ModuleSubject): Record<Ipv6Reason, ReasonText> {
  const titles =
    'module' in subject
      ? {
          Ipv6NotRegistered: msg('Kernel module {{module}} serves IPv4 only', subject),
          Ipv6Unknown: msg('Cannot determine whether kernel module {{module}} serves IPv6', subject),
        }
      : {
          Ipv6NotRegistered: msg('A kernel module of {{feature}} serves IPv4 only', subject),
          Ipv6Unknown: msg('Cannot determine whether the kernel modules of {{feature}} serve IPv6', subject),
        };
  return {
    Ipv6NotRegistered: {
      title: titles.Ipv6NotRegistered,
      remedy: msg('Use a kernel with CONFIG_IP6_NF_IPTABLES, such as those of the large distributions.'),
      guide: 'operating-system',
    },
    Ipv6Unknown: {
      title: titles.Ipv6Unknown,
      remedy: msg('Look whether the kernel was built with CONFIG_IP6_NF_IPTABLES: with it, nothing is missing.'),
      guide: 'operating-system',
    },
  };
}

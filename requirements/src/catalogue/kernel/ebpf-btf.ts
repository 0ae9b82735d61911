import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { withEbpf } from '../applicability';
import { documentation } from '../documentation';
import { beyond } from '../quotes';

/** Recommended only: without type information Felix v3.25 loads programs that were compiled for any kernel. */
export const ebpfBtf = defineRequirement({
  id: 'ebpf-btf',
  chapter: 'kernel',
  scope: 'host',
  level: 'recommended',
  origin: beyond(msg('Felix looks for /sys/kernel/btf/vmlinux and fits its eBPF programs to the kernel by it.')),
  title: msg('The kernel tells its types (BTF)'),
  failureTitle: msg('The kernel does not tell its types (BTF)'),
  shortTitle: msg('BTF'),
  rationale: msg('With BTF the programs fit the very kernel; without it Felix does without some of its features.'),
  needed: msg('/sys/kernel/btf/vmlinux exists'),
  remedy: msg('Use a kernel that is built with CONFIG_DEBUG_INFO_BTF, such as those of RHEL 8.2 and later.'),
  guide: 'ebpf',
  links: documentation.ebpf,
  verifyCommand: 'ls -l /sys/kernel/btf/vmlinux',
  reasons: {
    TypeInformationPresent: { title: msg('The kernel tells its types') },
    TypeInformationAbsent: { title: msg('The kernel does not tell its types') },
  },
  appliesTo: withEbpf,
  needs: ['kernelTypeInformation'],
  evaluate: ({ kernelTypeInformation }) =>
    kernelTypeInformation
      ? { outcome: 'met', reason: 'TypeInformationPresent', observed: '/sys/kernel/btf/vmlinux: present' }
      : { outcome: 'unmet', reason: 'TypeInformationAbsent', observed: '/sys/kernel/btf/vmlinux: absent' },
});

import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { withEbpf } from '../applicability';
import { documentation } from '../documentation';
import { beyond } from '../quotes';

export const kernelLockdownPermitsBpf = defineRequirement({
  id: 'kernel-lockdown-permits-bpf',
  chapter: 'kernel',
  scope: 'host',
  level: 'required',
  origin: beyond(
    msg(
      'Kernel lockdown in the mode confidentiality forbids BPF programs to read kernel memory, which programs of Felix do.',
    ),
  ),
  title: msg('Kernel lockdown permits BPF'),
  failureTitle: msg('Kernel lockdown does not permit BPF'),
  shortTitle: msg('Lockdown'),
  rationale: msg('The kernel refuses to load the programs of Felix otherwise.'),
  needed: msg('Lockdown none, integrity or absent'),
  remedy: msg('Boot without lockdown=confidentiality.'),
  guide: 'ebpf',
  links: documentation.ebpf,
  verifyCommand: 'cat /sys/kernel/security/lockdown',
  reasons: {
    LockdownPermitsBpf: { title: msg('Kernel lockdown permits BPF') },
    LockdownConfidentiality: { title: msg('Kernel lockdown is in the mode confidentiality') },
  },
  appliesTo: withEbpf,
  needs: ['lockdown'],
  evaluate: ({ lockdown }) => {
    const observed = `lockdown: ${lockdown}`;
    return lockdown === 'confidentiality'
      ? { outcome: 'unmet', reason: 'LockdownConfidentiality', observed }
      : { outcome: 'met', reason: 'LockdownPermitsBpf', observed };
  },
});

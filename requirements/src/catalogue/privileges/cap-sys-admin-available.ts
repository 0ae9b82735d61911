import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { quoting } from '../quotes';

/** A privileged container gets what is in the bounding set of the host's first process, and no more (capabilities(7)). */
export const capSysAdminAvailable = defineRequirement({
  id: 'cap-sys-admin-available',
  chapter: 'privileges',
  scope: 'host',
  level: 'required',
  origin: quoting(
    'Ensure that Calico has the CAP_SYS_ADMIN privilege.',
    'The simplest way to provide the necessary privilege is to run Calico as root or in a privileged container.',
  ),
  title: msg('CAP_SYS_ADMIN can be granted on this node'),
  failureTitle: msg('CAP_SYS_ADMIN cannot be granted on this node'),
  shortTitle: msg('CAP_SYS_ADMIN'),
  rationale: msg('Calico sets up interfaces, rules, mounts and BPF programs of the host, which takes this privilege.'),
  needed: msg("CAP_SYS_ADMIN in the bounding set of the host's first process"),
  remedy: msg('Run Calico as root or in a privileged container, on a host that is itself no restricted container.'),
  guide: 'privileges',
  links: documentation.requirements,
  verifyCommand: 'grep CapBnd /proc/1/status',
  reasons: {
    CapabilityAvailable: { title: msg('CAP_SYS_ADMIN is available to privileged containers') },
    CapabilityDropped: { title: msg('CAP_SYS_ADMIN was taken from the whole host') },
  },
  appliesTo: always,
  needs: ['capabilities'],
  evaluate: ({ capabilities }) =>
    capabilities.bounding.includes('sys_admin')
      ? { outcome: 'met', reason: 'CapabilityAvailable', observed: 'CapBnd: sys_admin' }
      : { outcome: 'unmet', reason: 'CapabilityDropped', observed: 'CapBnd: no sys_admin' },
});

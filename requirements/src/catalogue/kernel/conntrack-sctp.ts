import { describeSymbols, symbolsBuiltIn } from '../../derived/kernel-symbols';
import { loadingOnDemand } from '../../derived/loading-on-demand';
import { missingModuleTree } from '../../derived/missing-module-tree';
import { moduleAvailability } from '../../derived/module-availability';
import { describeModules } from '../../derived/module-presence';
import { msg } from '../../model/message';
import { defineRequirement } from '../../model/requirement';
import { withSctp } from '../applicability';
import { documentation } from '../documentation';
import { quotes, quoting } from '../quotes';
import { moduleConsults } from './judge-modules';

const module = 'nf_conntrack_proto_sctp';

/** SCTP was a module of its own until Linux 4.11 or so and is a part of nf_conntrack since; only the configuration tells. */
export const conntrackSctp = defineRequirement({
  id: 'conntrack-sctp',
  chapter: 'kernel',
  scope: 'host',
  level: 'required',
  origin: quoting(quotes.conntrack),
  title: msg('Conntrack supports SCTP'),
  failureTitle: msg('Conntrack does not support SCTP'),
  shortTitle: msg('Conntrack SCTP'),
  rationale: msg('Without it SCTP packets belong to no connection, and policy drops the replies.'),
  needed: msg('CONFIG_NF_CT_PROTO_SCTP=y, or the module nf_conntrack_proto_sctp'),
  remedy: msg('Use a kernel with conntrack for SCTP, such as those of Red Hat Enterprise Linux and Red Hat CoreOS.'),
  guide: 'kernel-modules',
  links: documentation.sctp,
  verifyCommand: 'grep CONFIG_NF_CT_PROTO_SCTP /lib/modules/$(uname -r)/config /boot/config-$(uname -r)',
  reasons: {
    SctpSupported: { title: msg('Conntrack supports SCTP') },
    SctpNotSupported: { title: msg('The kernel has no conntrack for SCTP') },
    ModuleTreeMissing: {
      title: msg('The running kernel has no modules on the disk, {{module}} among them', { module }),
      remedy: msg('Reboot the node into a kernel that is installed.'),
    },
    SctpUndecided: { title: msg('Cannot determine whether conntrack supports SCTP') },
  },
  appliesTo: withSctp,
  needs: ['kernelModules'],
  consults: ['kernelConfiguration', ...moduleConsults],
  evaluate: ({ kernelModules }, { facts, profile }) => {
    // Felix runs modprobe for it, so that it does not hang on the kernel's own requests.
    const asModule = moduleAvailability(module, kernelModules, loadingOnDemand(facts, profile));
    const treeMissing = missingModuleTree(facts);
    const inConntrack = symbolsBuiltIn(facts.kernelConfiguration, ['NF_CT_PROTO_SCTP']);
    if (inConntrack.presence === 'present') {
      return { outcome: 'met', reason: 'SctpSupported', observed: describeSymbols(inConntrack) };
    }
    const observed = `${describeModules(asModule.evidence)}; ${describeSymbols(inConntrack)}`;
    if (asModule.presence === 'present') return { outcome: 'met', reason: 'SctpSupported', observed };
    const absent = asModule.presence === 'absent' && inConntrack.presence === 'absent';
    if (treeMissing !== undefined && kernelModules[module] !== 'missing')
      return {
        outcome: absent ? 'unmet' : 'undetermined',
        reason: 'ModuleTreeMissing',
        observed: `${treeMissing}; ${observed}`,
      };
    return absent
      ? { outcome: 'unmet', reason: 'SctpNotSupported', observed }
      : { outcome: 'undetermined', reason: 'SctpUndecided', observed };
  },
});

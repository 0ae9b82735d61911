import { hasIpv6Guard } from '../../derived/ipv6-registrations';
import type { KernelRelease } from '../../derived/kernel-release';
import { parseKernelRelease } from '../../derived/kernel-release';
import type { ModuleNeed } from '../../derived/module-availability';
import { modulesOf } from '../../derived/module-availability';
import type { Message } from '../../model/message';
import { msg } from '../../model/message';
import type { Dataplane } from '../../model/profile-choices';
import type { ProfileValues } from '../../model/profile-values';
import type { HostFacts } from '../../model/host-facts';
import type { DocumentationLink, Judgement, Requirement } from '../../model/requirement';
import { defineRequirement } from '../../model/requirement';
import { always } from '../applicability';
import { documentation } from '../documentation';
import { judgeIpv6Half } from './ipv6-half-judgement';
import { judgeModules, moduleConsults } from './judge-modules';
import type { ModuleSubject } from './module-reasons';
import { ipv6Reasons } from './ipv6-reasons';
import { moduleReasons } from './module-reasons';

/** What decides which modules a feature takes. */
export interface ModuleUse {
  readonly dataplane: Dataplane;
  /** Whether the cluster uses IPv6. */
  readonly ipv6: boolean;
  /** Undefined when it could not be seen or read. */
  readonly release: KernelRelease | undefined;
}

/** What tells one requirement for kernel modules from the others. */
export interface KernelModuleRow extends Pick<
  Requirement,
  'id' | 'origin' | 'title' | 'failureTitle' | 'shortTitle' | 'rationale' | 'consults'
> {
  readonly subject: ModuleSubject;
  /** The modules for `needed` and for the command that shows them. */
  readonly modules: readonly string[];
  readonly need: (use: ModuleUse) => ModuleNeed;
  /** Without it: all of `modules`. */
  readonly needed?: Message;
  /** Without it the requirement always applies. */
  readonly appliesTo?: Requirement['appliesTo'];
  readonly links?: readonly DocumentationLink[];
  /** What else than its modules decides. */
  readonly beside?: BesideModules;
}

/** What else than its modules decides whether a feature works, with the reasons that it gives. */
export interface BesideModules {
  readonly reasons: Requirement['reasons'];
  /** The judgement of the modules, or one that takes its place. */
  readonly judge: (modules: Judgement, profile: ProfileValues, facts: HostFacts) => Judgement;
}

/** A requirement that a feature of the kernel be there, whose presence shows in the state of its modules. */
export function kernelModuleRequirement({
  subject,
  modules,
  need,
  beside,
  consults = [],
  ...row
}: KernelModuleRow): Requirement {
  // Whatever the profile: the reasons and the facts of an entry are the same for all.
  const isGuarded = hasIpv6Guard(modulesOf(need({ dataplane: 'Iptables', ipv6: true, release: undefined })));
  const guardConsults = isGuarded ? (['kernelConfiguration'] as const) : [];
  return defineRequirement({
    appliesTo: always,
    links: documentation.requirements,
    needed: msg('{{modules}} loaded, built-in or loadable', { modules: modules.join(', ') }),
    ...row,
    chapter: 'kernel',
    scope: 'host',
    level: 'required',
    remedy: msg('Install the module, or remove what keeps it out, and let it load at boot.'),
    guide: 'kernel-modules',
    verifyCommand: `modinfo --field filename ${modules.join(' ')}`,
    reasons: { ...moduleReasons(subject), ...(isGuarded && ipv6Reasons(subject)), ...beside?.reasons },
    needs: ['kernelModules'],
    consults: [...new Set(['kernelRelease' as const, ...moduleConsults, ...guardConsults, ...consults])],
    evaluate: ({ kernelModules }, context) => {
      const { profile, facts } = context;
      const use = moduleUse(profile, facts);
      const needed = need(use);
      const judgement = judgeModules(needed, kernelModules, context);
      if (beside !== undefined) return beside.judge(judgement, profile, facts);
      // nf_tables has expressions of its own, which serve either family.
      return isGuarded && judgement.outcome === 'met' && use.ipv6 && use.dataplane !== 'Nftables'
        ? judgeIpv6Half(judgement, modulesOf(needed), kernelModules, use, facts)
        : judgement;
    },
  });
}

/** The use of modules under a profile on a host. */
export const moduleUse = ({ dataplane, ipFamilies }: ProfileValues, { kernelRelease }: HostFacts): ModuleUse => ({
  dataplane,
  ipv6: ipFamilies.includes('IPv6'),
  release: kernelRelease.status === 'observed' ? parseKernelRelease(kernelRelease.value) : undefined,
});

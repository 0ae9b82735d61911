import type { CalicoVersion } from '../model/profile-choices';
import { msg } from '../model/message';
import type { Requirement } from '../model/requirement';
import type { RequirementId } from '../model/requirement-id';
import { withLatestRequirements } from './documentation';
import { releaseSentences } from './release-sentences';

/** Texts of a requirement that hold from one release on in place of its own. */
interface ReleaseTexts extends Partial<Pick<Requirement, 'needed' | 'remedy'>> {
  readonly in: readonly CalicoVersion[];
}

const since326: readonly CalicoVersion[] = ['v3.26', 'v3.27', 'v3.28', 'v3.29', 'v3.30', 'v3.31', 'v3.32'];
const since329: readonly CalicoVersion[] = ['v3.29', 'v3.30', 'v3.31', 'v3.32'];
const since331: readonly CalicoVersion[] = ['v3.31', 'v3.32'];

/** The numbers in these sentences are those of releaseHistories; a test compares them. */
const laterTexts: Partial<Readonly<Record<RequirementId, ReleaseTexts>>> = {
  'kernel-version-supported': {
    in: since329,
    needed: msg('Linux 5.10 or later, or the kernel of RHEL 8 or Red Hat CoreOS'),
    remedy: msg('Update the operating system to a release with Linux 5.10 or later, or to RHEL 8 or later.'),
  },
  'linux-distribution-supported': {
    in: since329,
    needed: msg('Red Hat Enterprise Linux 8 or later, or Red Hat Enterprise Linux CoreOS'),
  },
  ebpf: {
    in: since331,
    needed: msg(
      'Linux 5.10, or RHEL 4.18.0-305, or later, on a processor that Calico supports, with BPF, its system call, its compiler and its cgroup hooks',
    ),
  },
  'iptables-backend-consistent': {
    in: since326,
    remedy: msg('Set iptablesBackend in FelixConfiguration to the variant that kube-proxy uses.'),
  },
};

/** An entry as it reads for one Calico release; the same object where the release says nothing else. */
export function requirementInRelease(requirement: Requirement, version: CalicoVersion): Requirement {
  const sentences = releaseSentences(requirement.id, version);
  const { in: releases = [], ...texts } = laterTexts[requirement.id] ?? {};
  const later = {
    ...(releases.includes(version) && texts),
    ...(since329.includes(version) && { links: withLatestRequirements(requirement.links) }),
    ...(sentences.length > 0 && { releaseSentences: sentences }),
  };
  return Object.keys(later).length === 0 ? requirement : { ...requirement, ...later };
}

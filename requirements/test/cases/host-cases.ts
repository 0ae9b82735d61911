import type { OperatingSystem } from '../../src/model/host-facts';
import type { RequirementCase } from '../requirement-case';

const architectures: readonly RequirementCase[] = [
  ...['x86_64', 'amd64', 'aarch64', 'arm64', 'ppc64le', 's390x'].map((architecture): RequirementCase => ({
    requirement: 'processor-architecture-supported',
    when: architecture,
    facts: { architecture },
    verdict: 'Pass',
    reason: 'ArchitectureSupported',
    observed: architecture,
  })),
  ...['ppc64', 'armv7l', 'i686', 'riscv64', 's390', 'X86_64', ''].map((architecture): RequirementCase => ({
    requirement: 'processor-architecture-supported',
    when: `"${architecture}"`,
    facts: { architecture },
    verdict: 'Fail',
    reason: 'ArchitectureNotSupported',
    observed: architecture,
  })),
  {
    requirement: 'processor-architecture-supported',
    when: 'unseen',
    without: ['architecture'],
    verdict: 'Unknown',
    reason: 'EvidenceNotFound',
  },
];

const release = (kernelRelease: string, verdict: RequirementCase['verdict'], reason: string): RequirementCase => ({
  requirement: 'kernel-version-supported',
  when: kernelRelease,
  facts: { kernelRelease },
  verdict,
  reason,
  observed: kernelRelease,
});

const kernelVersions: readonly RequirementCase[] = [
  release('3.10.0-1160.119.1.el7.x86_64', 'Pass', 'KernelSupported'),
  release('3.10.0', 'Pass', 'KernelSupported'),
  release('10.0', 'Pass', 'KernelSupported'),
  release('3.9.11', 'Fail', 'KernelTooOld'),
  release('2.6.32-754.el6.x86_64', 'Fail', 'KernelTooOld'),
  release('custom', 'Unknown', 'ReleaseNotUnderstood'),
  {
    requirement: 'kernel-version-supported',
    when: 'unseen',
    without: ['kernelRelease'],
    verdict: 'Unknown',
    reason: 'EvidenceNotFound',
  },
];

const distribution = (operatingSystem: OperatingSystem, verdict: RequirementCase['verdict']): RequirementCase => ({
  requirement: 'linux-distribution-supported',
  when: `${operatingSystem.id} ${operatingSystem.versionId ?? ''} ${operatingSystem.variantId ?? ''}`,
  facts: { operatingSystem },
  verdict,
  reason: verdict === 'Pass' ? 'DistributionListed' : 'DistributionNotListed',
});

const distributions: readonly RequirementCase[] = [
  distribution({ id: 'rhcos', versionId: '4.12', rhelVersion: '8.6' }, 'Pass'),
  distribution({ id: 'rhel', versionId: '9.6', variantId: 'coreos', openshiftVersion: '4.20' }, 'Pass'),
  distribution({ id: 'rhel', versionId: '7.9' }, 'Pass'),
  distribution({ id: 'rhel', versionId: '8.9' }, 'Warn'),
  distribution({ id: 'rhel', versionId: '70.1' }, 'Warn'),
  distribution({ id: 'rhel' }, 'Warn'),
  distribution({ id: 'centos', versionId: '7', idLike: ['rhel', 'fedora'] }, 'Warn'),
  distribution({ id: 'fedora', versionId: '42', variantId: 'coreos' }, 'Warn'),
  distribution({ id: 'debian', versionId: '12' }, 'Warn'),
  {
    requirement: 'linux-distribution-supported',
    when: 'unseen',
    without: ['operatingSystem'],
    verdict: 'Unknown',
    reason: 'EvidenceNotFound',
  },
];

/** Of the processor, the kernel's version and the distribution. */
export const hostCases: readonly RequirementCase[] = [...architectures, ...kernelVersions, ...distributions];

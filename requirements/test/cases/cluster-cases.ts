import type { RequirementCase } from '../requirement-case';

const openshift = (
  openshiftVersion: string | undefined,
  verdict: RequirementCase['verdict'],
  reason: string,
): RequirementCase => ({
  requirement: 'openshift-version-supported',
  when: openshiftVersion ?? 'no version',
  facts: { operatingSystem: { id: 'rhcos', ...(openshiftVersion !== undefined && { openshiftVersion }) } },
  verdict,
  reason,
});

export const clusterCases: readonly RequirementCase[] = [
  {
    requirement: 'cap-sys-admin-available',
    when: 'in the bounding set',
    verdict: 'Pass',
    reason: 'CapabilityAvailable',
  },
  {
    requirement: 'cap-sys-admin-available',
    when: 'dropped',
    facts: { capabilities: { bounding: ['net_admin', 'sys_chroot'] } },
    verdict: 'Fail',
    reason: 'CapabilityDropped',
  },
  {
    requirement: 'cap-sys-admin-available',
    when: 'unseen',
    without: ['capabilities'],
    verdict: 'Unknown',
    reason: 'EvidenceNotFound',
  },
  openshift('4.3', 'Pass', 'VersionSupported'),
  openshift('4.20.1', 'Pass', 'VersionSupported'),
  openshift('5.0', 'Pass', 'VersionSupported'),
  openshift('4.2', 'Fail', 'VersionTooOld'),
  openshift('3.11', 'Fail', 'VersionTooOld'),
  openshift('four', 'Unknown', 'VersionNotSeen'),
  openshift(undefined, 'Unknown', 'VersionNotSeen'),
];

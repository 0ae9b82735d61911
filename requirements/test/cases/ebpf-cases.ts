import type { HostFactName, HostFactValues } from '../../src/model/host-facts';
import type { RequirementId } from '../../src/model/requirement-id';
import type { RequirementCase } from '../requirement-case';
import { withSymbols } from './kernel-configuration';

type Row = readonly [
  when: string,
  facts: Partial<HostFactValues>,
  without: readonly HostFactName[],
  verdict: RequirementCase['verdict'],
  reason: string,
];

/** Cases under the eBPF data plane, and that the requirement does not apply without it. */
const withEbpf = (requirement: RequirementId, rows: readonly Row[]): RequirementCase[] => [
  ...rows.map(([when, facts, without, verdict, reason]): RequirementCase => ({
    requirement,
    when,
    profile: { dataplane: 'BPF' },
    facts,
    without,
    verdict,
    reason,
  })),
  { requirement, when: 'the data plane is iptables', verdict: 'NotApplicable', reason: 'NotApplicable' },
  {
    requirement,
    when: 'the data plane is nftables',
    profile: { dataplane: 'Nftables' },
    verdict: 'NotApplicable',
    reason: 'NotApplicable',
  },
];

/** Of the requirements of the eBPF data plane. */
export const ebpfCases: readonly RequirementCase[] = [
  ...withEbpf('ebpf', [
    ['RHEL 9', {}, [], 'Pass', 'EbpfSupported'],
    ['RHEL 8.2', { kernelRelease: '4.18.0-193.el8.x86_64' }, [], 'Pass', 'EbpfSupported'],
    ['RHEL 8.1', { kernelRelease: '4.18.0-147.el8.x86_64' }, [], 'Fail', 'KernelTooOldForEbpf'],
    ['RHEL 7', { kernelRelease: '3.10.0-1160.el7.x86_64' }, [], 'Fail', 'KernelTooOldForEbpf'],
    ['Linux 5.3', { kernelRelease: '5.3.0-generic' }, [], 'Pass', 'EbpfSupported'],
    ['Linux 5.2', { kernelRelease: '5.2.21' }, [], 'Fail', 'KernelTooOldForEbpf'],
    ['another 4.18', { kernelRelease: '4.18.0-305-generic' }, [], 'Fail', 'KernelTooOldForEbpf'],
    [
      'too old, configuration unseen',
      { kernelRelease: '4.4.0' },
      ['kernelConfiguration'],
      'Fail',
      'KernelTooOldForEbpf',
    ],
    ['configuration unseen', {}, ['kernelConfiguration'], 'Unknown', 'EbpfUndecided'],
    ['symbols not looked for', { kernelConfiguration: {} }, [], 'Unknown', 'EbpfUndecided'],
    ['built without CGROUP_BPF', withSymbols({ CGROUP_BPF: 'n' }), [], 'Fail', 'ConfigurationLacksBpf'],
    [
      'a configuration that leaves out what others select',
      withSymbols({ BPF: 'n', HAVE_EBPF_JIT: 'n' }),
      [],
      'Pass',
      'EbpfSupported',
    ],
    ['big-endian', { architecture: 's390x' }, [], 'Fail', 'ArchitectureNotSupported'],
    ['by the name that Go has for arm64', { architecture: 'arm64' }, [], 'Pass', 'EbpfSupported'],
    ['a processor that Calico is not built for', { architecture: 'riscv64' }, [], 'Fail', 'ArchitectureNotSupported'],
    ['a processor with a strange name', { architecture: 'constructor' }, [], 'Fail', 'ArchitectureNotSupported'],
    ['unreadable release', { kernelRelease: 'custom' }, [], 'Unknown', 'ReleaseNotUnderstood'],
    ['release unseen', {}, ['kernelRelease'], 'Unknown', 'EvidenceNotFound'],
  ]),
  ...withEbpf('xdp', [
    ['RHEL 9', {}, [], 'Pass', 'XdpSupported'],
    ['Linux 4.15', { kernelRelease: '4.15.0' }, [], 'Fail', 'KernelTooOldForXdp'],
    ['Linux 4.16', { kernelRelease: '4.16.0' }, [], 'Pass', 'XdpSupported'],
    ['built without BPF', withSymbols({ BPF_SYSCALL: 'n' }), [], 'Fail', 'ConfigurationLacksBpf'],
    ['configuration unseen', {}, ['kernelConfiguration'], 'Unknown', 'XdpUndecided'],
    ['unreadable release', { kernelRelease: '' }, [], 'Unknown', 'ReleaseNotUnderstood'],
  ]),
  ...withEbpf('ebpf-btf', [
    ['present', {}, [], 'Pass', 'TypeInformationPresent'],
    ['absent', { kernelTypeInformation: false }, [], 'Warn', 'TypeInformationAbsent'],
    ['unseen', {}, ['kernelTypeInformation'], 'Unknown', 'EvidenceNotFound'],
  ]),
  ...withEbpf('ebpf-cgroup2', [
    ['mounted', {}, [], 'Pass', 'Cgroup2Mounted'],
    ['mounted, support unseen', {}, ['cgroup2Supported'], 'Pass', 'Cgroup2Mounted'],
    ['not mounted', { cgroup2Mounts: [] }, [], 'Pass', 'Cgroup2Mountable'],
    ['mounts unseen', {}, ['cgroup2Mounts'], 'Pass', 'Cgroup2Mountable'],
    ['not supported', { cgroup2Mounts: [], cgroup2Supported: false }, [], 'Fail', 'Cgroup2NotSupported'],
    ['not supported, mounts unseen', { cgroup2Supported: false }, ['cgroup2Mounts'], 'Unknown', 'Cgroup2Undecided'],
    ['not mounted, support unseen', { cgroup2Mounts: [] }, ['cgroup2Supported'], 'Unknown', 'Cgroup2Undecided'],
  ]),
  ...withEbpf('bpf-filesystem', [
    ['mounted', {}, [], 'Pass', 'FilesystemMounted'],
    ['not mounted', { bpfFilesystemMounted: false }, [], 'Warn', 'FilesystemNotMounted'],
    [
      'not supported',
      { bpfFilesystemMounted: false, ...withSymbols({ BPF_SYSCALL: 'n' }) },
      [],
      'Fail',
      'FilesystemNotSupported',
    ],
    [
      'not mounted, configuration unseen',
      { bpfFilesystemMounted: false },
      ['kernelConfiguration'],
      'Unknown',
      'FilesystemUndecided',
    ],
    ['unseen', {}, ['bpfFilesystemMounted'], 'Unknown', 'EvidenceNotFound'],
  ]),
  ...withEbpf('kernel-lockdown-permits-bpf', [
    ['none', {}, [], 'Pass', 'LockdownPermitsBpf'],
    ['absent', { lockdown: 'absent' }, [], 'Pass', 'LockdownPermitsBpf'],
    ['integrity', { lockdown: 'integrity' }, [], 'Pass', 'LockdownPermitsBpf'],
    ['confidentiality', { lockdown: 'confidentiality' }, [], 'Fail', 'LockdownConfidentiality'],
    ['unseen', {}, ['lockdown'], 'Unknown', 'EvidenceNotFound'],
  ]),
];

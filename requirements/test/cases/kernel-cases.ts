import type { HostFactName, HostFactValues } from '../../src/model/host-facts';
import type { RequirementId } from '../../src/model/requirement-id';
import type { RequirementCase } from '../requirement-case';
import { modulesWith, stockValues } from '../stock-host';

const withSymbols = (
  symbols: Readonly<Record<string, 'y' | 'm' | 'n'>>,
): Pick<HostFactValues, 'kernelConfiguration'> => ({
  kernelConfiguration: { ...stockValues.kernelConfiguration, ...symbols },
});

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

const ebpf = [
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
    ['not documented', { architecture: 'ppc64le' }, [], 'Warn', 'ArchitectureNotDocumented'],
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

const sctp = (
  when: string,
  facts: Partial<HostFactValues>,
  without: readonly HostFactName[],
  verdict: RequirementCase['verdict'],
  reason: string,
): RequirementCase => ({
  requirement: 'conntrack-sctp',
  when,
  profile: { sctp: true },
  facts,
  without,
  verdict,
  reason,
});

const noModule = modulesWith({ nf_conntrack_proto_sctp: 'missing' });

const conntrackSctp: readonly RequirementCase[] = [
  sctp('part of nf_conntrack', noModule, [], 'Pass', 'SctpSupported'),
  sctp('part of nf_conntrack, modules not named', { kernelModules: {} }, [], 'Pass', 'SctpSupported'),
  sctp('a module', withSymbols({ NF_CT_PROTO_SCTP: 'm' }), [], 'Pass', 'SctpSupported'),
  sctp('a module, configuration unseen', {}, ['kernelConfiguration'], 'Pass', 'SctpSupported'),
  sctp('neither', { ...noModule, ...withSymbols({ NF_CT_PROTO_SCTP: 'n' }) }, [], 'Fail', 'SctpNotSupported'),
  sctp('no module, configuration unseen', noModule, ['kernelConfiguration'], 'Unknown', 'SctpUndecided'),
  sctp('modules unseen', {}, ['kernelModules'], 'Unknown', 'EvidenceNotFound'),
  {
    ...sctp(
      'SCTP is not used',
      { ...noModule, ...withSymbols({ NF_CT_PROTO_SCTP: 'n' }) },
      [],
      'NotApplicable',
      'NotApplicable',
    ),
    profile: {},
  },
];

const backend = (
  when: string,
  facts: Partial<HostFactValues>,
  without: readonly HostFactName[],
  verdict: RequirementCase['verdict'],
  reason: string,
): RequirementCase => ({
  requirement: 'iptables-backend-consistent',
  when,
  facts,
  without,
  verdict,
  reason,
});

const legacyTables: Pick<HostFactValues, 'legacyIptables'> = {
  legacyIptables: { tables: ['filter', 'nat'], ip6Tables: [], matches: [], targets: [] },
};

const iptablesBackend: readonly RequirementCase[] = [
  backend('ip_tables loaded at boot, as on Red Hat CoreOS', {}, [], 'Pass', 'LegacyNotInUse'),
  backend('legacy tables and nft_compat never loaded', legacyTables, [], 'Pass', 'LegacyOnly'),
  backend(
    'legacy tables and nft_compat loaded',
    { ...legacyTables, ...modulesWith({ ip_tables: 'loaded', nft_compat: 'loaded' }) },
    [],
    'Warn',
    'BothBackendsInUse',
  ),
  backend(
    'legacy tables of IPv6 alone',
    {
      legacyIptables: { tables: [], ip6Tables: ['mangle'], matches: [], targets: [] },
      ...modulesWith({ nft_compat: 'loaded' }),
    },
    [],
    'Warn',
    'BothBackendsInUse',
  ),
  backend(
    'legacy tables of IPv6 alone, whose module alone is loaded',
    {
      legacyIptables: { tables: [], ip6Tables: ['filter'], matches: [], targets: [] },
      ...modulesWith({ ip_tables: 'loadable', ip6_tables: 'loaded', nft_compat: 'loaded' }),
    },
    [],
    'Warn',
    'BothBackendsInUse',
  ),
  backend(
    'ip6_tables loaded without tables, and an unusual modprobe for ip_tables',
    { modprobePath: '/usr/bin/modprobe', ...modulesWith({ ip_tables: 'loadable', ip6_tables: 'loaded' }) },
    [],
    'Warn',
    'LegacyCanNotLoad',
  ),
  backend(
    'ip6_tables loaded and its tables unseen',
    modulesWith({ ip_tables: 'missing', ip6_tables: 'loaded' }),
    ['legacyIptables'],
    'Unknown',
    'BackendUndecided',
  ),
  backend(
    'ip6_tables loaded without tables, and ip_tables unknown',
    modulesWith({ ip_tables: 'unknown', ip6_tables: 'loaded' }),
    [],
    'Unknown',
    'BackendUndecided',
  ),
  backend(
    'ip_tables not there and ip6_tables unknown',
    modulesWith({ ip_tables: 'missing', ip6_tables: 'unknown' }),
    [],
    'Unknown',
    'BackendUndecided',
  ),
  backend(
    'legacy tables and nft_compat built in',
    { ...legacyTables, ...modulesWith({ nft_compat: 'built-in' }) },
    [],
    'Unknown',
    'BackendUndecided',
  ),
  backend('legacy tables unseen', {}, ['legacyIptables'], 'Unknown', 'BackendUndecided'),
  backend(
    'ip_tables not loaded',
    modulesWith({ ip_tables: 'loadable', ip6_tables: 'loadable' }),
    ['legacyIptables'],
    'Pass',
    'LegacyNotInUse',
  ),
  backend(
    'ip_tables not there',
    modulesWith({ ip_tables: 'missing', ip6_tables: 'missing' }),
    ['legacyIptables', 'modprobePath'],
    'Pass',
    'LegacyNotInUse',
  ),
  backend('ip_tables unknown', modulesWith({ ip_tables: 'unknown' }), [], 'Unknown', 'BackendUndecided'),
  backend(
    'ip_tables not loaded and an unusual modprobe',
    { modprobePath: '/usr/bin/modprobe', ...modulesWith({ ip_tables: 'loadable' }) },
    [],
    'Warn',
    'LegacyCanNotLoad',
  ),
  backend(
    'ip_tables not loaded and modprobe unseen',
    modulesWith({ ip_tables: 'loadable' }),
    ['modprobePath'],
    'Unknown',
    'BackendUndecided',
  ),
  backend(
    'an unusual modprobe does not matter for a loaded ip_tables',
    { modprobePath: '/usr/bin/modprobe' },
    [],
    'Pass',
    'LegacyNotInUse',
  ),
  {
    ...backend('the data plane is nftables', legacyTables, [], 'NotApplicable', 'NotApplicable'),
    profile: { dataplane: 'Nftables' },
  },
];

export const kernelCases: readonly RequirementCase[] = [...ebpf, ...conntrackSctp, ...iptablesBackend];

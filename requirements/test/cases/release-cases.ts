import type { CalicoVersion } from '../../src/model/profile-choices';
import type { ProfileValues } from '../../src/model/profile-values';
import { calicoVersions } from '../../src/model/profile-choices';
import type { Verdict } from '../../src/model/finding';
import type { HostFactName, HostFactValues, OperatingSystem } from '../../src/model/host-facts';
import type { RequirementId } from '../../src/model/requirement-id';
import type { RequirementCase } from '../requirement-case';

type Outcome = readonly [verdict: Verdict, reason: string];

/** What a requirement says of one host, in the order of `calicoVersions`; each entry holds until the next. */
type Outcomes = readonly (readonly [since: CalicoVersion, ...outcome: Outcome])[];

interface Host {
  readonly when: string;
  readonly facts?: Partial<HostFactValues>;
  readonly without?: readonly HostFactName[];
  readonly profile?: Partial<ProfileValues>;
}

const overReleases = (requirement: RequirementId, { when, ...host }: Host, outcomes: Outcomes): RequirementCase[] =>
  calicoVersions.flatMap((calicoVersion) => {
    const reached = outcomes.filter(
      ([since]) => calicoVersions.indexOf(since) <= calicoVersions.indexOf(calicoVersion),
    );
    const outcome = reached.at(-1);
    if (outcome === undefined) return [];
    const [, verdict, reason] = outcome;
    return [
      {
        requirement,
        when: `Calico ${calicoVersion}, ${when}`,
        ...host,
        profile: { ...host.profile, calicoVersion },
        verdict,
        reason,
      },
    ];
  });

const system = (id: string, versionId: string, further: Partial<OperatingSystem> = {}): OperatingSystem => ({
  id,
  versionId,
  ...further,
});

const rhel8 = '4.18.0-372.9.1.el8_6.x86_64';
const kernel = (kernelRelease: string, operatingSystem?: OperatingSystem): Partial<HostFactValues> => ({
  kernelRelease,
  ...(operatingSystem !== undefined && { operatingSystem }),
});

const kernels: readonly RequirementCase[] = (
  [
    [
      'RHEL 8.6',
      kernel(rhel8, system('rhel', '8.6')),
      ['Pass', 'KernelSupported'],
      ['Pass', 'KernelSupportedByDistribution'],
    ],
    [
      'RHCOS 4.12',
      kernel(rhel8, system('rhcos', '4.12', { rhelVersion: '8.6' })),
      ['Pass', 'KernelSupported'],
      ['Pass', 'KernelSupportedByDistribution'],
    ],
    [
      'RHEL 9.6',
      kernel('5.14.0-570.12.1.el9_6.x86_64', system('rhel', '9.6')),
      ['Pass', 'KernelSupported'],
      ['Pass', 'KernelSupported'],
    ],
    [
      'a rebuild of RHEL 8',
      kernel(rhel8, system('rocky', '8.6')),
      ['Pass', 'KernelSupported'],
      ['Warn', 'KernelOfUnlistedDistribution'],
    ],
    [
      'RHEL 8 with a foreign kernel',
      kernel('5.4.280-1.el8.elrepo.x86_64', system('rhel', '8.6')),
      ['Pass', 'KernelSupported'],
      ['Fail', 'KernelOlderThanDocumented'],
    ],
    [
      'RHEL 7.9',
      kernel('3.10.0-1160.el7.x86_64', system('rhel', '7.9')),
      ['Pass', 'KernelSupported'],
      ['Fail', 'KernelOlderThanDocumented'],
    ],
    [
      'Debian with Linux 5.4',
      kernel('5.4.0-0.bpo.4-amd64', system('debian', '10')),
      ['Pass', 'KernelSupported'],
      ['Fail', 'KernelOlderThanDocumented'],
    ],
    [
      'Debian 11',
      kernel('5.10.0-32-amd64', system('debian', '11')),
      ['Pass', 'KernelSupported'],
      ['Pass', 'KernelSupported'],
    ],
    ['Linux 3.9', kernel('3.9.11'), ['Fail', 'KernelTooOld'], ['Fail', 'KernelTooOld']],
  ] satisfies (readonly [string, Partial<HostFactValues>, Outcome, Outcome])[]
).flatMap(([when, facts, until328, since329]) =>
  overReleases('kernel-version-supported', { when, facts }, [
    ['v3.25', ...until328],
    ['v3.29', ...since329],
  ]),
);

const unseenDistribution: readonly RequirementCase[] = [
  ...overReleases(
    'kernel-version-supported',
    { when: 'RHEL 8 kernel, distribution unseen', facts: kernel(rhel8), without: ['operatingSystem'] },
    [
      ['v3.25', 'Pass', 'KernelSupported'],
      ['v3.29', 'Unknown', 'DistributionNotSeen'],
    ],
  ),
  ...overReleases(
    'kernel-version-supported',
    { when: 'Linux 5.4, distribution unseen', facts: kernel('5.4.0'), without: ['operatingSystem'] },
    [
      ['v3.25', 'Pass', 'KernelSupported'],
      ['v3.29', 'Fail', 'KernelOlderThanDocumented'],
    ],
  ),
];

const both = '; documented 5.10, in code 3.10';
const observedNumbers: readonly RequirementCase[] = [
  {
    requirement: 'kernel-version-supported',
    when: 'both minima are said',
    profile: { calicoVersion: 'v3.29' },
    facts: kernel('5.4.0-generic', system('debian', '10')),
    verdict: 'Fail',
    reason: 'KernelOlderThanDocumented',
    observed: `5.4.0-generic${both}`,
  },
  {
    requirement: 'kernel-version-supported',
    when: 'the documented minimum is said beside the exception',
    profile: { calicoVersion: 'v3.29' },
    facts: kernel(rhel8, system('rhel', '8.6')),
    verdict: 'Pass',
    reason: 'KernelSupportedByDistribution',
    observed: `${rhel8}${both}`,
  },
];

const nftables = { dataplane: 'Nftables' } as const;
const nftablesKernels: readonly RequirementCase[] = [
  ...overReleases(
    'kernel-version-supported',
    { when: 'nftables on Linux 5.10', facts: kernel('5.10.0-32-amd64', system('debian', '11')), profile: nftables },
    [
      ['v3.25', 'Pass', 'KernelSupported'],
      ['v3.29', 'Warn', 'KernelBelowNftablesMinimum'],
    ],
  ),
  ...overReleases(
    'kernel-version-supported',
    { when: 'nftables on RHEL 8.6', facts: kernel(rhel8, system('rhel', '8.6')), profile: nftables },
    [['v3.29', 'Warn', 'KernelBelowNftablesMinimum']],
  ),
  ...overReleases(
    'kernel-version-supported',
    { when: 'nftables on Linux 5.13', facts: kernel('5.13.0'), profile: nftables },
    [['v3.29', 'Pass', 'KernelSupported']],
  ),
];

const listed: Outcome = ['Pass', 'DistributionListed'];
const notListed: Outcome = ['Warn', 'DistributionNotListed'];
const distributions: readonly RequirementCase[] = (
  [
    ['RHEL 7', system('rhel', '7.9'), listed, notListed],
    ['RHEL 8', system('rhel', '8.10'), notListed, listed],
    ['RHEL 10', system('rhel', '10.0'), notListed, listed],
    ['RHCOS', system('rhcos', '4.19', { rhelVersion: '9.6' }), listed, listed],
    ['RHEL of no release', { id: 'rhel' }, notListed, notListed],
    ['RHEL of a strange release', system('rhel', 'eight'), notListed, notListed],
    ['Debian', system('debian', '12'), notListed, notListed],
  ] satisfies (readonly [string, OperatingSystem, Outcome, Outcome])[]
).flatMap(([when, operatingSystem, until328, since329]) =>
  overReleases('linux-distribution-supported', { when, facts: { operatingSystem } }, [
    ['v3.25', ...until328],
    ['v3.29', ...since329],
  ]),
);

const ebpf: Outcome = ['Pass', 'EbpfSupported'];
const ebpfOlder: Outcome = ['Warn', 'KernelOlderThanDocumented'];
const ebpfTooOld: Outcome = ['Fail', 'KernelTooOldForEbpf'];
const ebpfKernels: readonly RequirementCase[] = (
  [
    ['4.18.0-147.el8.x86_64', ebpfTooOld, ebpfTooOld],
    ['4.18.0-193.el8.x86_64', ebpf, ebpfOlder],
    ['4.18.0-240.el8.x86_64', ebpf, ebpfOlder],
    ['4.18.0-305.el8.x86_64', ebpf, ebpf],
    ['5.14.0-284.el9_2.x86_64', ebpf, ebpf],
    ['5.2.21', ebpfTooOld, ebpfTooOld],
    ['5.3.0', ebpf, ebpfOlder],
    ['5.9.16', ebpf, ebpfOlder],
    ['5.10.0', ebpf, ebpf],
  ] satisfies (readonly [string, Outcome, Outcome])[]
).flatMap(([kernelRelease, until330, since331]) =>
  overReleases('ebpf', { when: kernelRelease, facts: kernel(kernelRelease), profile: { dataplane: 'BPF' } }, [
    ['v3.25', ...until330],
    ['v3.31', ...since331],
  ]),
);

const notBuilt: Outcome = ['Fail', 'ArchitectureNotSupported'];
const ebpfProcessors: readonly RequirementCase[] = (
  [
    ['x86_64', {}, ebpf, ebpf],
    ['aarch64', {}, ebpf, ebpf],
    ['ppc64le', {}, notBuilt, ['Warn', 'PatchReleaseNeeded']],
    ['ppc64le', { kernelRelease: '5.2.21' }, notBuilt, ebpfTooOld],
    ['s390x', {}, notBuilt, notBuilt],
    ['riscv64', {}, notBuilt, notBuilt],
  ] satisfies (readonly [string, Partial<HostFactValues>, Outcome, Outcome])[]
).flatMap(([architecture, facts, until331, since332]) =>
  overReleases(
    'ebpf',
    {
      when: [architecture, ...Object.values(facts)].join(', '),
      facts: { architecture, ...facts },
      profile: { dataplane: 'BPF' },
    },
    [
      ['v3.25', ...until331],
      ['v3.32', ...since332],
    ],
  ),
);
const ebpfNumbers: RequirementCase = {
  requirement: 'ebpf',
  when: 'both minima are said',
  profile: { dataplane: 'BPF', calicoVersion: 'v3.32' },
  facts: kernel('4.18.0-193.el8.x86_64'),
  verdict: 'Warn',
  reason: 'KernelOlderThanDocumented',
  observed:
    '4.18.0-193.el8.x86_64; documented 4.18.0-305, in code 4.18.0-193; CONFIG_BPF_SYSCALL, CONFIG_BPF_JIT, CONFIG_CGROUP_BPF: y',
};

/** What differs from one Calico release to another, for every release. */
export const releaseCases: readonly RequirementCase[] = [
  ...kernels,
  ...unseenDistribution,
  ...observedNumbers,
  ...nftablesKernels,
  ...distributions,
  ...ebpfKernels,
  ...ebpfProcessors,
  ebpfNumbers,
];

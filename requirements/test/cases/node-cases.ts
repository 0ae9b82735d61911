import type { OperatingSystem } from '../../src/model/host-facts';
import type { NetworkManager } from '../../src/model/network-manager';
import type { ServiceState } from '../../src/model/service';
import type { RequirementCase } from '../requirement-case';
import { disabled, notInstalled, stockValues } from '../stock-host';

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

type ManagerChange = Partial<Omit<NetworkManager, 'manages'>> & { readonly manages?: NetworkManager['manages'] };

/** The stock host's NetworkManager with something changed. */
export const networkManager = ({ manages, ...change }: ManagerChange): { readonly networkManager: NetworkManager } => ({
  networkManager: {
    ...stockValues.networkManager,
    ...change,
    manages: { ...stockValues.networkManager.manages, ...manages },
  },
});

/** The requirements about network managers, with an interface that decides each and profiles that switch it on and off. */
export const interfaces = [
  { requirement: 'networkmanager-ignores-cali', name: 'cali*', profile: {}, off: undefined },
  { requirement: 'networkmanager-ignores-tunl', name: 'tunl0', profile: {}, off: { encapsulation: [] } },
  {
    requirement: 'networkmanager-ignores-tunl',
    name: 'tunl0',
    profile: { encapsulation: ['VXLAN', 'IPIP'] },
    off: { ipFamilies: ['IPv6'] },
  },
  {
    requirement: 'networkmanager-ignores-vxlan-calico',
    name: 'vxlan.calico',
    profile: { encapsulation: ['VXLAN'] },
    off: {},
  },
  {
    requirement: 'networkmanager-ignores-vxlan-calico',
    name: 'vxlan-v6.calico',
    profile: { encapsulation: ['VXLAN'], ipFamilies: ['IPv4', 'IPv6'] },
    off: { encapsulation: ['IPIP'] },
  },
  {
    requirement: 'networkmanager-ignores-wireguard-cali',
    name: 'wireguard.cali',
    profile: { wireguard: true },
    off: {},
  },
  {
    requirement: 'networkmanager-ignores-wireguard-cali',
    name: 'wg-v6.cali',
    profile: { wireguard: true, ipFamilies: ['IPv6'] },
    off: { wireguard: false },
  },
] as const;

const networkManagers: readonly RequirementCase[] = interfaces.flatMap(
  ({ requirement, name, profile, off }): RequirementCase[] => [
    { requirement, when: `${name} unmanaged`, profile, verdict: 'Pass', reason: 'InterfaceIgnored' },
    {
      requirement,
      when: `${name} managed`,
      profile,
      facts: networkManager({ manages: { [name]: true } }),
      verdict: 'Fail',
      reason: 'InterfaceManaged',
    },
    {
      requirement,
      when: `${name} undecided`,
      profile,
      facts: networkManager({ manages: { [name]: null } }),
      verdict: 'Unknown',
      reason: 'NetworkManagerUndecided',
    },
    {
      requirement,
      when: `${name} still managed by a daemon that has not read its configuration`,
      profile,
      facts: networkManager({ live: { [name]: true } }),
      verdict: 'Fail',
      reason: 'ReloadNeeded',
    },
    {
      requirement,
      when: `${name} unmanaged now and managed by the configuration`,
      profile,
      facts: networkManager({ manages: { [name]: true }, live: { [name]: false } }),
      verdict: 'Warn',
      reason: 'InterfaceManagedLater',
    },
    {
      requirement,
      when: `${name} managed, and the daemon says so`,
      profile,
      facts: networkManager({ manages: { [name]: true }, live: { [name]: true } }),
      verdict: 'Fail',
      reason: 'InterfaceManaged',
    },
    {
      requirement,
      when: `${name} undecided, and the daemon leaves it alone`,
      profile,
      facts: networkManager({ manages: { [name]: null }, live: { [name]: false } }),
      verdict: 'Pass',
      reason: 'InterfaceIgnored',
    },
    {
      requirement,
      when: `${name} not answered for`,
      profile,
      facts: { networkManager: { daemon: 'running', configurationFiles: [], manages: {} } },
      verdict: 'Unknown',
      reason: 'NetworkManagerUndecided',
    },
    {
      requirement,
      when: `${name} and NetworkManager is absent`,
      profile,
      facts: { networkManager: { daemon: 'absent', configurationFiles: [], manages: { [name]: true } } },
      verdict: 'Pass',
      reason: 'NetworkManagerNotInstalled',
      observed: 'NetworkManager: not installed',
    },
    {
      requirement,
      when: `${name} would be managed by a stopped daemon`,
      profile,
      facts: networkManager({ daemon: 'stopped', manages: { [name]: true } }),
      verdict: 'Warn',
      reason: 'InterfaceManagedOnceStarted',
    },
    {
      requirement,
      when: `${name} unmanaged by a stopped daemon`,
      profile,
      facts: networkManager({ daemon: 'stopped' }),
      verdict: 'Pass',
      reason: 'InterfaceIgnored',
    },
    {
      requirement,
      when: `${name} managed if the daemon runs, which was not seen`,
      profile,
      facts: networkManager({ daemon: 'unknown', manages: { [name]: true } }),
      verdict: 'Unknown',
      reason: 'NetworkManagerUndecided',
    },
    {
      requirement,
      when: `${name} and a file that the daemon refuses`,
      profile,
      facts: networkManager({ daemon: 'refuses-configuration', refusedFile: 'etc/NetworkManager/conf.d/broken.conf' }),
      verdict: 'Fail',
      reason: 'ConfigurationRefused',
      observed: 'refused: etc/NetworkManager/conf.d/broken.conf',
    },
    {
      requirement,
      when: `${name} and nothing seen of NetworkManager`,
      profile,
      without: ['networkManager'],
      verdict: 'Unknown',
      reason: 'EvidenceNotFound',
    },
    ...(off === undefined
      ? []
      : [
          {
            requirement,
            when: `${name} is not used`,
            profile: off,
            facts: networkManager({ manages: { [name]: true } }),
            verdict: 'NotApplicable',
            reason: 'NotApplicable',
          } as const,
        ]),
  ],
);

const active: ServiceState = { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true };

const unitStates: readonly {
  readonly when: string;
  readonly state: ServiceState;
  readonly seen: 'off' | 'on' | 'boot' | 'undecided';
}[] = [
  { when: 'not installed', state: notInstalled, seen: 'off' },
  { when: 'not installed, activity unseen', state: { ...notInstalled, active: null, startsAtBoot: null }, seen: 'off' },
  { when: 'installed and disabled', state: disabled, seen: 'off' },
  {
    when: 'masked and stopped',
    state: { load: 'masked', enablement: 'masked', active: false, startsAtBoot: false },
    seen: 'off',
  },
  { when: 'active and enabled', state: active, seen: 'on' },
  { when: 'active and disabled', state: { ...active, enablement: 'disabled', startsAtBoot: false }, seen: 'on' },
  {
    when: 'masked and still active',
    state: { load: 'masked', enablement: 'masked', active: true, startsAtBoot: false },
    seen: 'on',
  },
  { when: 'enabled and stopped', state: { ...active, active: false }, seen: 'boot' },
  { when: 'disabled and pulled in at boot', state: { ...disabled, startsAtBoot: true }, seen: 'boot' },
  { when: 'enabled, activity unseen', state: { ...active, active: null }, seen: 'boot' },
  { when: 'disabled, activity unseen', state: { ...disabled, active: null }, seen: 'undecided' },
  {
    when: 'masked, activity unseen',
    state: { load: 'masked', enablement: 'masked', active: null, startsAtBoot: false },
    seen: 'undecided',
  },
  { when: 'stopped, boot unseen', state: { ...disabled, startsAtBoot: null }, seen: 'undecided' },
];

const firewallFamilies = [
  {
    requirement: 'firewalld-disabled',
    unit: 'firewalld.service',
    reasons: {
      off: 'FirewalldOff',
      on: 'FirewalldActive',
      boot: 'FirewalldStartsAtBoot',
      undecided: 'FirewalldUndecided',
    },
  },
  {
    requirement: 'iptables-managers-disabled',
    unit: 'nftables.service',
    reasons: { off: 'ManagersOff', on: 'ManagerActive', boot: 'ManagerStartsAtBoot', undecided: 'ManagerUndecided' },
  },
] as const;

const verdictOf = { off: 'Pass', on: 'Fail', boot: 'Fail', undecided: 'Unknown' } as const;

const firewalls: readonly RequirementCase[] = firewallFamilies.flatMap(
  ({ requirement, unit, reasons }): RequirementCase[] => [
    ...unitStates.map(({ when, state, seen }): RequirementCase => ({
      requirement,
      when: `${unit} ${when}`,
      facts: { services: { ...stockValues.services, [unit]: state } },
      verdict: verdictOf[seen],
      reason: reasons[seen],
    })),
    {
      requirement,
      when: `${unit} not looked for`,
      facts: { services: {} },
      verdict: 'Unknown',
      reason: reasons.undecided,
    },
    { requirement, when: 'no unit seen', without: ['services'], verdict: 'Unknown', reason: 'EvidenceNotFound' },
  ],
);

const manager = (
  unit: string,
  when: string,
  state: ServiceState,
  verdict: RequirementCase['verdict'],
  reason: string,
): RequirementCase => ({
  requirement: 'iptables-managers-disabled',
  when: `${unit} ${when}`,
  facts: { services: { ...stockValues.services, [unit]: state } },
  verdict,
  reason,
});

const ufw = (when: string, state: ServiceState, verdict: RequirementCase['verdict'], reason: string): RequirementCase =>
  manager('ufw.service', when, state, verdict, reason);

const otherManagers: readonly RequirementCase[] = [
  {
    requirement: 'iptables-managers-disabled',
    when: 'only firewalld is active',
    facts: { services: { ...stockValues.services, 'firewalld.service': active } },
    verdict: 'Pass',
    reason: 'ManagersOff',
    observed: 'nftables.service: inactive, disabled',
  },
  {
    requirement: 'iptables-managers-disabled',
    when: 'one unit is active and another unseen',
    facts: {
      services: { ...stockValues.services, 'iptables.service': active, 'ferm.service': { ...disabled, active: null } },
    },
    verdict: 'Fail',
    reason: 'ManagerActive',
    observed: 'iptables.service: active, enabled',
  },
  ufw('as Ubuntu ships it', { ...active, rulesEnabled: false }, 'Pass', 'ManagersOff'),
  ufw('switched on', { ...active, rulesEnabled: true }, 'Fail', 'ManagerActive'),
  ufw('enabled for the next boot', { ...active, active: false, rulesEnabled: true }, 'Fail', 'ManagerStartsAtBoot'),
  ufw(
    'switched on without its unit',
    { load: 'masked', enablement: 'masked', active: false, startsAtBoot: false, rulesEnabled: true },
    'Unknown',
    'ManagerUndecided',
  ),
  ufw('active with an unread configuration', { ...active, rulesEnabled: null }, 'Unknown', 'ManagerUndecided'),
  ufw('active with a configuration that nobody looked for', active, 'Unknown', 'ManagerUndecided'),
  ufw('disabled with an unread configuration', { ...disabled, rulesEnabled: null }, 'Unknown', 'ManagerUndecided'),
  ufw(
    'masked and not installed',
    { load: 'masked', enablement: 'masked', active: false, startsAtBoot: false },
    'Pass',
    'ManagersOff',
  ),
  manager('csf.service', 'active', { ...active, rulesEnabled: true }, 'Fail', 'ManagerActive'),
  manager('csf.service', 'active after csf -x', { ...active, rulesEnabled: false }, 'Pass', 'ManagersOff'),
  manager(
    'csf.service',
    'masked, whose rules csf -r may have loaded',
    { load: 'masked', enablement: 'masked', active: false, startsAtBoot: false, rulesEnabled: true },
    'Unknown',
    'ManagerUndecided',
  ),
  manager(
    'lfd.service',
    'started at the next boot',
    { ...active, active: false, rulesEnabled: true },
    'Fail',
    'ManagerStartsAtBoot',
  ),
  manager(
    'lfd.service',
    'active with its switch unread',
    { ...active, rulesEnabled: null },
    'Unknown',
    'ManagerUndecided',
  ),
  manager('ferm.service', 'active', active, 'Fail', 'ManagerActive'),
  manager(
    'ferm.service',
    'active and switched off in /etc/default/ferm',
    { ...active, rulesEnabled: false },
    'Pass',
    'ManagersOff',
  ),
];

const docker = (
  when: string,
  state: ServiceState,
  expected: Pick<RequirementCase, 'verdict' | 'reason' | 'profile' | 'observed'>,
): RequirementCase => ({
  requirement: 'iptables-managers-disabled',
  when: `docker.service ${when}`,
  facts: { services: { ...stockValues.services, 'docker.service': state } },
  profile: { dataplane: 'Nftables' },
  ...expected,
});

const dockers: readonly RequirementCase[] = [
  docker('active beside the nftables data plane', active, {
    verdict: 'Warn',
    reason: 'DockerDropsForwarded',
    observed: 'docker.service: active, enabled',
  }),
  docker('started at the next boot', { ...active, active: false }, { verdict: 'Warn', reason: 'DockerDropsForwarded' }),
  docker('off', disabled, { verdict: 'Pass', reason: 'ManagersOff' }),
  docker('with activity unseen', { ...disabled, active: null }, { verdict: 'Unknown', reason: 'ManagerUndecided' }),
  docker('active beside the iptables data plane', active, {
    profile: { dataplane: 'Iptables' },
    verdict: 'Pass',
    reason: 'ManagersOff',
  }),
  docker('active beside the eBPF data plane', active, {
    profile: { dataplane: 'BPF' },
    verdict: 'Pass',
    reason: 'ManagersOff',
  }),
];

export const nodeCases: readonly RequirementCase[] = [
  ...architectures,
  ...kernelVersions,
  ...distributions,
  ...networkManagers,
  ...firewalls,
  ...otherManagers,
  ...dockers,
];

import type { ServiceState } from '../../src/model/service';
import type { RequirementCase } from '../requirement-case';
import { disabled, notInstalled, stockValues } from '../stock-host';

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

const knownByNameOnly: readonly RequirementCase[] = (
  [
    'iptables-restore.service',
    'ip6tables-restore.service',
    'SuSEfirewall2.service',
    'SuSEfirewall2_init.service',
    'SuSEfirewall2_setup.service',
    'firewall.service',
  ] as const
).flatMap((unit) => [
  manager(unit, 'active', active, 'Fail', 'ManagerActive'),
  manager(unit, 'started at the next boot', { ...active, active: false }, 'Fail', 'ManagerStartsAtBoot'),
  manager(unit, 'installed and off', disabled, 'Pass', 'ManagersOff'),
]);

/** Of firewalld and the other managers of iptables. */
export const firewallCases: readonly RequirementCase[] = [
  ...firewalls,
  ...otherManagers,
  ...knownByNameOnly,
  ...dockers,
];

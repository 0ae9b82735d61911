import type { HostFacts } from '@calico-readiness/requirements';
import {
  apiOutcomes,
  apiWayKinds,
  blockedOutcomes,
  calicoInterfaces,
  calicoIpv6Devices,
  calicoResources,
  cloudProviders,
  clouds,
  flowKeys,
  modprobeProgramStates,
  moduleStates,
  networkManagerDaemonStates,
  unmanagedListChanges,
  ruleCommands,
  serviceEnablements,
  systemdNetworkdDaemonStates,
  untestedReasons,
} from '@calico-readiness/requirements';
import fc from 'fast-check';
import { hostileKey, hostileText, hostileTexts } from './hostile-text';

const maybe = fc.option(fc.boolean(), { nil: null });

const service = fc.record({
  load: fc.constantFrom('loaded', 'masked', 'not-found'),
  enablement: fc.constantFrom(...serviceEnablements),
  active: maybe,
  startsAtBoot: maybe,
});

const failingPeer = fc.record(
  {
    peer: hostileText,
    key: fc.nat(),
    outcome: fc.constantFrom(...blockedOutcomes),
    said: hostileText,
    firstAt: fc.nat(),
    failedAt: fc.nat(),
    recentAt: fc.nat(),
    lastAt: fc.nat(),
    proven: fc.boolean(),
  },
  { requiredKeys: ['peer', 'key', 'outcome', 'firstAt', 'failedAt', 'recentAt', 'lastAt', 'proven'] },
);

/** A value of the right type for each fact. */
export const hostileValues: Readonly<Record<keyof HostFacts, fc.Arbitrary<unknown>>> = {
  architecture: hostileText,
  kernelRelease: hostileText,
  operatingSystem: fc.record(
    {
      id: hostileText,
      versionId: hostileText,
      idLike: hostileTexts,
      prettyName: hostileText,
      variantId: hostileText,
      rhelVersion: hostileText,
      openshiftVersion: hostileText,
    },
    { requiredKeys: ['id'] },
  ),
  capabilities: fc.record({ bounding: hostileTexts }),
  kernelModules: fc.dictionary(hostileKey, fc.constantFrom(...moduleStates), { maxKeys: 300 }),
  kernelConfiguration: fc.dictionary(hostileKey, fc.constantFrom('y', 'm', 'n'), { maxKeys: 300 }),
  legacyIptables: fc.record({
    tables: hostileTexts,
    ip6Tables: hostileTexts,
    matches: hostileTexts,
    targets: hostileTexts,
  }),
  networkManager: fc.record(
    {
      daemon: fc.constantFrom(...networkManagerDaemonStates),
      configurationFiles: hostileTexts,
      manages: fc.record(Object.fromEntries(calicoInterfaces.map((name) => [name, maybe])), { requiredKeys: [] }),
      live: fc.record(Object.fromEntries(calicoInterfaces.map((name) => [name, fc.boolean()])), { requiredKeys: [] }),
      unmanagedLists: fc.array(
        fc.record({
          file: hostileText,
          change: fc.constantFrom(...unmanagedListChanges),
          list: hostileText,
          holdsMore: fc.boolean(),
        }),
        { maxLength: 20 },
      ),
      refusedFile: hostileText,
    },
    { requiredKeys: ['daemon', 'configurationFiles', 'manages'] },
  ),
  systemdNetworkd: fc.record(
    {
      daemon: fc.constantFrom(...systemdNetworkdDaemonStates),
      startsAtBoot: maybe,
      manages: fc.record(Object.fromEntries(calicoInterfaces.map((name) => [name, maybe])), { requiredKeys: [] }),
      files: fc.record(Object.fromEntries(calicoInterfaces.map((name) => [name, hostileText])), { requiredKeys: [] }),
    },
    { requiredKeys: ['daemon'] },
  ),
  ruleLoaders: fc.array(
    fc.record({ unit: hostileText, active: maybe, startsAtBoot: maybe, command: fc.constantFrom(...ruleCommands) }),
    { maxLength: 60 },
  ),
  cloudSetup: fc.record(
    { installed: fc.boolean(), starts: maybe, providers: fc.subarray([...cloudProviders]) },
    { requiredKeys: ['installed', 'starts'] },
  ),
  services: fc.dictionary(hostileKey, service, { maxKeys: 60 }),
  ipv6Enabled: fc.boolean(),
  kernelTypeInformation: fc.boolean(),
  cgroup2Mounts: hostileTexts,
  cgroup2Supported: fc.boolean(),
  bpfFilesystemMounted: fc.boolean(),
  lockdown: fc.constantFrom('none', 'integrity', 'confidentiality', 'absent'),
  listeners: fc.array(
    fc.record({
      protocol: fc.constantFrom('tcp', 'udp'),
      port: fc.integer({ min: 1, max: 65535 }),
      address: hostileText,
      process: fc.option(hostileText, { nil: null }),
      unit: hostileText,
    }),
    { maxLength: 100 },
  ),
  tunnelDevices: fc.record({ vxlan: hostileTexts, wireguard: hostileTexts }),
  modprobePath: hostileText,
  ipv6Devices: fc.record({
    offByDefault: fc.boolean(),
    calicoOff: fc.record(Object.fromEntries(calicoIpv6Devices.map((name) => [name, fc.boolean()])), {
      requiredKeys: [],
    }),
    uplinks: fc.constantFrom('on', 'off', 'none'),
  }),
  cloud: fc.constantFrom(...clouds),
  moduleLoading: fc.record(
    {
      program: fc.constantFrom(...modprobeProgramStates),
      helper: hostileText,
      atBoot: hostileTexts,
      otherReleases: hostileTexts,
    },
    { requiredKeys: ['program'] },
  ),
  flowTests: fc.record({
    peers: fc.nat(),
    since: fc.nat(),
    allPairsBy: fc.nat(),
    flows: fc.array(
      fc.record(
        {
          flow: fc.constantFrom(...flowKeys),
          needed: fc.nat(),
          tested: fc.nat(),
          blocked: fc.nat(),
          covered: fc.nat(),
          failing: fc.array(failingPeer, { maxLength: 30 }),
          answers: fc.record({ since: fc.nat(), by: fc.nat() }),
          external: fc.record({ needed: fc.nat(), up: fc.nat(), missing: hostileTexts }),
          untested: fc.constantFrom(...untestedReasons),
        },
        { requiredKeys: ['flow', 'needed', 'tested', 'blocked', 'covered', 'failing'] },
      ),
      { maxLength: 20 },
    ),
  }),
  apiAccess: fc.record({
    testedAt: fc.nat(),
    ways: fc.array(
      fc.record(
        {
          kind: fc.constantFrom(...apiWayKinds),
          address: hostileText,
          outcome: fc.constantFrom(...apiOutcomes),
          said: hostileText,
          failing: fc.boolean(),
        },
        { requiredKeys: ['kind', 'address', 'outcome'] },
      ),
      { maxLength: 40 },
    ),
    serversListed: fc.boolean(),
    calico: fc.constantFrom(...calicoResources),
  }),
};

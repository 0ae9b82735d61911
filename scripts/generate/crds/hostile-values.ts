import type { HostFacts } from '@calico-readiness/requirements';
import {
  calicoInterfaces,
  calicoIpv6Devices,
  cloudProviders,
  clouds,
  modprobeProgramStates,
  moduleStates,
  networkManagerDaemonStates,
  ruleCommands,
  serviceEnablements,
  systemdNetworkdDaemonStates,
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
};

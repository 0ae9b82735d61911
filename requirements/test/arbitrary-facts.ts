import fc from 'fast-check';
import { watchedUnits } from '../src/derived/firewall-units';
import { kernelModuleTable, kernelSymbols } from '../src/derived/kernel-module-table';
import type { ProfileValues } from '../src/model/profile-values';
import { calicoVersions, dataplanes, encapsulations, ipFamilies, kubeProxyModes } from '../src/model/profile-choices';
import type { ApiWay } from '../src/model/traffic/api-access';
import { apiOutcomes, apiWayKinds, calicoResources } from '../src/model/traffic/api-access';
import type { FailingFlowPeer, FlowTest } from '../src/model/traffic/flow-tests';
import { blockedOutcomes, untestedReasons } from '../src/model/traffic/flow-tests';
import { flowKeys } from '../src/model/traffic/flow';
import type { Fact } from '../src/model/fact';
import { observed, unavailable, unavailableReasons } from '../src/model/fact';
import type { HostFactName, HostFacts, HostFactValues } from '../src/model/host-facts';
import type { Listener } from '../src/model/host-network';
import { clouds, hostFactNames } from '../src/model/host-facts';
import { calicoIpv6Devices } from '../src/model/ipv6-devices';
import { moduleStates } from '../src/model/kernel-module';
import { modprobeProgramStates } from '../src/model/module-loading';
import { calicoInterfaces, networkManagerDaemonStates, unmanagedListChanges } from '../src/model/network-manager';
import { cloudProviders } from '../src/model/cloud-setup';
import { ruleCommands } from '../src/model/rule-loader';
import type { ServiceState } from '../src/model/service';
import { serviceEnablements } from '../src/model/service';
import { systemdNetworkdDaemonStates } from '../src/model/systemd-networkd';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('constructor', '__proto__', '{{match}}'),
);
const texts = fc.array(text, { maxLength: 4 });
const threeValued = fc.constantFrom(true, false, null);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** A record with some of the names, as an agent of another version may report it. */
const partialRecord = <T>(names: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc
    .record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [], noNullPrototype: true })
    .map((record) => record as Record<string, T>);

const listener = fc
  .record({
    protocol: fc.constantFrom<Listener['protocol']>('tcp', 'udp'),
    port: fc.constantFrom(179, 4789, 5473, 9098, 9099, 9198, 9199, 51820, 51821, 6443),
    address: fc.oneof(fc.constantFrom('0.0.0.0', '127.0.0.1', '::'), text),
    process: fc.oneof(fc.constant(null), fc.constantFrom('bird', 'calico-typha', 'sshd'), text),
    unit: optional(fc.oneof(fc.constantFrom('bird.service', 'calico-node.service'), text)),
  })
  .map(({ unit, ...rest }): Listener => ({ ...rest, ...(unit !== undefined && { unit }) }));

/** The state of a unit, whichever. */
export const arbitraryService: fc.Arbitrary<ServiceState> = fc.record(
  {
    load: fc.constantFrom('loaded', 'masked', 'not-found'),
    enablement: fc.constantFrom(...serviceEnablements),
    active: threeValued,
    startsAtBoot: threeValued,
    rulesEnabled: threeValued,
  },
  { requiredKeys: ['load', 'enablement', 'active', 'startsAtBoot'] },
);

const count = fc.integer({ min: 0, max: 5_000 });
const time = fc.integer({ min: 0, max: 4_102_444_800 });

const failingPeer = fc
  .record({
    peer: text,
    key: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    outcome: fc.constantFrom(...blockedOutcomes),
    said: optional(text),
    firstAt: time,
    failedAt: time,
    recentAt: time,
    lastAt: time,
    proven: fc.boolean(),
  })
  .map(({ said, ...rest }): FailingFlowPeer => ({ ...rest, ...(said !== undefined && { said }) }));

const flowTest = fc
  .record({
    flow: fc.constantFrom(...flowKeys),
    needed: count,
    tested: count,
    blocked: count,
    covered: count,
    failing: fc.array(failingPeer, { maxLength: 2 }),
    external: optional(fc.record({ needed: count, up: count, missing: fc.array(text, { maxLength: 2 }) })),
    untested: optional(fc.constantFrom(...untestedReasons)),
  })
  .map(({ external, untested, ...rest }): FlowTest => ({
    ...rest,
    ...(external !== undefined && { external }),
    ...(untested !== undefined && { untested }),
  }));

const apiWay = fc
  .record({
    kind: fc.constantFrom(...apiWayKinds),
    address: text,
    outcome: fc.constantFrom(...apiOutcomes),
    said: optional(text),
    failing: optional(fc.boolean()),
  })
  .map(({ said, failing, ...rest }): ApiWay => ({
    ...rest,
    ...(said !== undefined && { said }),
    ...(failing !== undefined && { failing }),
  }));

const values: { readonly [Name in keyof HostFactValues]: fc.Arbitrary<HostFactValues[Name]> } = {
  architecture: fc.oneof(fc.constantFrom('x86_64', 'ppc64le', 's390x', 'i686'), text),
  kernelRelease: fc.oneof(
    fc.constantFrom('3.10.0-1160.el7.x86_64', '4.18.0-147.el8', '5.14.0-570.el9_6', '6.8.0', '2.6.32'),
    text,
  ),
  operatingSystem: fc.record(
    {
      id: fc.oneof(fc.constantFrom('rhcos', 'rhel', 'debian'), text),
      versionId: fc.oneof(fc.constant('7.9'), text),
      variantId: text,
      openshiftVersion: fc.oneof(fc.constant('4.2'), text),
    },
    { requiredKeys: ['id'] },
  ),
  capabilities: fc.record({ bounding: fc.oneof(fc.constant(['sys_admin']), texts) }),
  kernelModules: partialRecord(
    kernelModuleTable.map(({ name }) => name),
    fc.constantFrom(...moduleStates),
  ),
  kernelConfiguration: partialRecord(kernelSymbols, fc.constantFrom('y', 'm', 'n')),
  legacyIptables: fc.record({ tables: texts, ip6Tables: texts, matches: texts, targets: texts }),
  networkManager: fc
    .record({
      daemon: fc.constantFrom(...networkManagerDaemonStates),
      configurationFiles: texts,
      manages: partialRecord(calicoInterfaces, threeValued),
      live: optional(partialRecord(calicoInterfaces, fc.boolean())),
      unmanagedLists: optional(
        fc.array(fc.record({ file: text, change: fc.constantFrom(...unmanagedListChanges), list: text })),
      ),
      refusedFile: optional(text),
    })
    .map(({ live, unmanagedLists, refusedFile, ...rest }) => ({
      ...rest,
      ...(live !== undefined && { live }),
      ...(unmanagedLists !== undefined && { unmanagedLists }),
      ...(refusedFile !== undefined && { refusedFile }),
    })),
  systemdNetworkd: fc.record(
    {
      daemon: fc.constantFrom(...systemdNetworkdDaemonStates),
      startsAtBoot: threeValued,
      manages: partialRecord(calicoInterfaces, threeValued),
      files: partialRecord(calicoInterfaces, text),
    },
    { requiredKeys: ['daemon'] },
  ),
  services: partialRecord(watchedUnits, arbitraryService),
  ruleLoaders: fc.array(
    fc.record({
      unit: text,
      active: threeValued,
      startsAtBoot: threeValued,
      command: fc.constantFrom(...ruleCommands),
    }),
    { maxLength: 3 },
  ),
  cloudSetup: fc.record(
    { installed: fc.boolean(), starts: threeValued, providers: fc.subarray([...cloudProviders]) },
    { requiredKeys: ['installed', 'starts'] },
  ),
  ipv6Enabled: fc.boolean(),
  kernelTypeInformation: fc.boolean(),
  cgroup2Mounts: texts,
  cgroup2Supported: fc.boolean(),
  bpfFilesystemMounted: fc.boolean(),
  lockdown: fc.constantFrom('none', 'integrity', 'confidentiality', 'absent'),
  listeners: fc.array(listener, { maxLength: 3 }),
  tunnelDevices: fc.record({
    vxlan: fc.array(fc.oneof(fc.constantFrom('vxlan.calico', 'vxlan-v6.calico', 'vxlan_sys_4789', 'flannel.1'), text), {
      maxLength: 3,
    }),
    wireguard: fc.array(fc.oneof(fc.constantFrom('wireguard.cali', 'wg-v6.cali', 'wg0'), text), { maxLength: 2 }),
  }),
  ipv6Devices: fc.record({
    offByDefault: fc.boolean(),
    calicoOff: partialRecord(calicoIpv6Devices, fc.boolean()),
    uplinks: fc.constantFrom('on', 'off', 'none'),
  }),
  cloud: fc.constantFrom(...clouds),
  modprobePath: fc.oneof(fc.constantFrom('/sbin/modprobe', '/usr/bin/modprobe', '/bin/false', ''), text),
  moduleLoading: fc.record(
    {
      program: fc.constantFrom(...modprobeProgramStates),
      helper: fc.oneof(fc.constant(''), text),
      atBoot: texts,
      otherReleases: texts,
    },
    { requiredKeys: ['program'] },
  ),
  flowTests: fc.record({
    peers: count,
    since: time,
    allPairsBy: time,
    flows: fc.uniqueArray(flowTest, { maxLength: 6, selector: ({ flow }) => flow }),
  }),
  apiAccess: fc.record({
    testedAt: time,
    ways: fc.array(apiWay, { maxLength: 4 }),
    serversListed: fc.boolean(),
    calico: fc.constantFrom(...calicoResources),
  }),
};

/** One fact, observed with any value of its shape. */
export const arbitraryFact = (name: HostFactName): fc.Arbitrary<Fact<unknown>> =>
  (values[name] as fc.Arbitrary<unknown>).map((value) => observed(value, 'a test'));

/** A fact that could not be observed. */
export const unseenFact = fc
  .constantFrom(...unavailableReasons)
  .map((reason): Fact<never> => unavailable(reason, 'a test'));

/** Facts of any host, hostile ones included: each observed with any value of its shape, or unavailable. */
export const arbitraryFacts: fc.Arbitrary<HostFacts> = fc
  .tuple(
    ...hostFactNames.map((name): fc.Arbitrary<Fact<unknown>> =>
      fc.oneof({ arbitrary: arbitraryFact(name), weight: 5 }, { arbitrary: unseenFact, weight: 1 }),
    ),
  )
  .map((facts) => Object.fromEntries(hostFactNames.map((name, index) => [name, facts[index]])) as unknown as HostFacts);

/** Any configuration of Calico. */
export const arbitraryProfile: fc.Arbitrary<ProfileValues> = fc.record({
  calicoVersion: fc.constantFrom(...calicoVersions),
  dataplane: fc.constantFrom(...dataplanes),
  encapsulation: fc.subarray([...encapsulations]),
  bgp: fc.boolean(),
  ipFamilies: fc.subarray([...ipFamilies], { minLength: 1 }),
  kubeProxyMode: fc.constantFrom(...kubeProxyModes),
  wireguard: fc.boolean(),
  sctp: fc.boolean(),
  typha: fc.boolean(),
  ports: optional(fc.constantFrom(9099, 9199, 9299)).map((felixHealth) => ({
    bgp: 179,
    vxlan: 4789,
    typha: 5473,
    wireguard: 51820,
    wireguardV6: 51821,
    kubeApiserver: 6443,
    ...(felixHealth !== undefined && { felixHealth }),
  })),
});

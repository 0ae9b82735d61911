import { kernelModuleTable, kernelSymbols } from '../src/derived/kernel-module-table';
import { firewallUnits, isShownOnlyWhereInstalled } from '../src/derived/firewall-units';
import type { Fact } from '../src/model/fact';
import { notTested, testedFactNames } from '../src/evaluation/left-out-facts';
import { observed, unavailable } from '../src/model/fact';
import { flowKeys } from '../src/model/traffic/flow';
import type { HostFactName, HostFacts, HostFactValues } from '../src/model/host-facts';
import { hostFactNames } from '../src/model/host-facts';
import type { KernelModules, ModuleState } from '../src/model/kernel-module';
import type { ServiceState } from '../src/model/service';

/** The state of a unit that has no file. */
export const notInstalled: ServiceState = {
  load: 'not-found',
  enablement: 'not-found',
  active: false,
  startsAtBoot: false,
};

/** The state of a unit that is installed and off. */
export const disabled: ServiceState = { load: 'loaded', enablement: 'disabled', active: false, startsAtBoot: false };

/** Every module of the table in one state. */
export const allModules = (state: ModuleState): KernelModules =>
  Object.fromEntries(kernelModuleTable.map(({ name }) => [name, state]));

/** What a Red Hat CoreOS 9 worker shows when everything that Calico can ask for is met. */
export const stockValues: HostFactValues = {
  architecture: 'x86_64',
  kernelRelease: '5.14.0-570.12.1.el9_6.x86_64',
  operatingSystem: { id: 'rhcos', versionId: '4.19', openshiftVersion: '4.19', rhelVersion: '9.6' },
  capabilities: { bounding: ['net_admin', 'sys_admin'] },
  kernelModules: { ...allModules('loadable'), ip_tables: 'loaded' },
  kernelConfiguration: Object.fromEntries(kernelSymbols.map((symbol) => [symbol, 'y'])),
  legacyIptables: { tables: [], ip6Tables: [], matches: [], targets: [] },
  networkManager: {
    daemon: 'running',
    configurationFiles: ['etc/NetworkManager/conf.d/calico.conf'],
    manages: {
      'cali*': false,
      tunl0: false,
      'vxlan.calico': false,
      'vxlan-v6.calico': false,
      'wireguard.cali': false,
      'wg-v6.cali': false,
    },
  },
  systemdNetworkd: { daemon: 'absent' },
  services: {
    ...Object.fromEntries(
      firewallUnits.filter((unit) => !isShownOnlyWhereInstalled(unit)).map((unit) => [unit, notInstalled]),
    ),
    'nftables.service': disabled,
  },
  ruleLoaders: [],
  cloudSetup: { installed: false, starts: false, providers: [] },
  ipv6Enabled: true,
  kernelTypeInformation: true,
  cgroup2Mounts: ['/sys/fs/cgroup'],
  cgroup2Supported: true,
  bpfFilesystemMounted: true,
  lockdown: 'none',
  listeners: [],
  tunnelDevices: { vxlan: [], wireguard: [] },
  modprobePath: '/usr/sbin/modprobe',
  ipv6Devices: { offByDefault: false, calicoOff: {}, uplinks: 'on' },
  cloud: 'other',
  moduleLoading: { program: 'runs', atBoot: [] },
  flowTests: {
    peers: 2,
    since: 1_767_225_600,
    allPairsBy: 1_767_226_200,
    flows: flowKeys.map((flow) => ({ flow, needed: 2, tested: 2, blocked: 0, covered: 2, failing: [] })),
  },
  apiAccess: {
    testedAt: 1_767_225_900,
    ways: [
      { kind: 'service', address: '172.30.0.1:443', outcome: 'ready' },
      { kind: 'server', address: '10.0.0.5:6443', outcome: 'ready' },
    ],
    serversListed: true,
    calico: 'absent',
  },
};

/** The facts of the stock host with some values replaced and some facts unavailable. What only traffic shows was not tested, unless it is given. */
export const stockHost = (values: Partial<HostFactValues> = {}, without: readonly HostFactName[] = []): HostFacts =>
  Object.fromEntries(hostFactNames.map((name) => [name, stockFact(name, values, without)])) as unknown as HostFacts;

function stockFact(
  name: HostFactName,
  values: Partial<HostFactValues>,
  without: readonly HostFactName[],
): Fact<unknown> {
  if (without.includes(name)) return unavailable('not-found', 'a test');
  if (values[name] === undefined && testedFactNames.some((tested) => tested === name)) return notTested('a test');
  return observed(values[name] ?? stockValues[name], 'a test');
}

/** The facts of a host of which nothing could be seen. */
export const unseenHost: HostFacts = stockHost({}, hostFactNames);

/** The stock host's modules with some in other states. */
export const modulesWith = (states: Readonly<Record<string, ModuleState>>): Pick<HostFactValues, 'kernelModules'> => ({
  kernelModules: { ...stockValues.kernelModules, ...states },
});

import { calicoInterfaces, observed, unavailable } from '@calico-readiness/requirements';
import type {
  CalicoInterface,
  Fact,
  HostFacts,
  ModuleState,
  NetworkManager,
  OperatingSystem,
  ServiceState,
} from '@calico-readiness/requirements';
import { fixtureFacts } from './fixture-facts';

const source = 'sample';

const valueOf = <T>(fact: Fact<T>): T => {
  if (fact.status === 'unavailable') throw new Error(`the fixture lacks a fact of ${fact.source}`);
  return fact.value;
};

/** NetworkManager with the documented calico.conf, except that it still manages these interfaces. */
const prepared = (facts: HostFacts, ...managed: readonly CalicoInterface[]): HostFacts => {
  const { configurationFiles } = valueOf(facts.networkManager);
  const calicoConf = 'etc/NetworkManager/conf.d/calico.conf';
  const networkManager: NetworkManager = {
    daemon: 'running',
    configurationFiles:
      managed.length > 0 || configurationFiles.includes(calicoConf)
        ? configurationFiles
        : [...configurationFiles, calicoConf],
    manages: Object.fromEntries(calicoInterfaces.map((name) => [name, managed.includes(name)])),
  };
  return { ...facts, networkManager: observed(networkManager, source) };
};

/** A list of its own in a file that is read after the documented one, which it replaces: that one does not suffice here. */
const siteList = {
  file: 'etc/NetworkManager/conf.d/zz-site.conf',
  change: 'sets',
  list: 'interface-name:eth1',
} as const;

const withSiteList = (facts: HostFacts): HostFacts => {
  const value = valueOf(facts.networkManager);
  const configurationFiles = [...value.configurationFiles, siteList.file];
  return {
    ...facts,
    networkManager: observed({ ...value, configurationFiles, unmanagedLists: [siteList] }, source),
  };
};

const withService = (facts: HostFacts, unit: string, state: ServiceState): HostFacts => ({
  ...facts,
  services: observed({ ...valueOf(facts.services), [unit]: state }, source),
});

const withModules = (facts: HostFacts, state: ModuleState, modules: readonly string[]): HostFacts => ({
  ...facts,
  kernelModules: observed(
    { ...valueOf(facts.kernelModules), ...Object.fromEntries(modules.map((name) => [name, state])) },
    source,
  ),
});

const rhel81: OperatingSystem = {
  ...valueOf(fixtureFacts.rhel8.operatingSystem),
  versionId: '8.1',
  prettyName: 'Red Hat Enterprise Linux 8.1 (Ootpa)',
};

const rhcos = prepared(fixtureFacts.rhcos);
const withTunnelsManaged = prepared(fixtureFacts.rhcos, ...calicoInterfaces.filter((name) => name !== 'cali*'));
const rhel9 = withService(prepared(fixtureFacts.rhel9), 'firewalld.service', {
  load: 'masked',
  enablement: 'masked',
  active: false,
  startsAtBoot: false,
});

/** The hosts that the sample fleet is made of, by what is special about each: the agent's host fixtures, prepared for Calico or not. */
export const hostVariants = {
  stock: rhcos,
  'networkmanager-manages-vxlan': withTunnelsManaged,
  'networkmanager-manages-everything': prepared(fixtureFacts.rhcos, ...calicoInterfaces),
  'networkmanager-list-replaced': withSiteList(withTunnelsManaged),
  'networkmanager-not-readable': {
    ...rhcos,
    networkManager: unavailable('denied', 'etc/NetworkManager/conf.d', 'permission denied'),
  },
  'firewalld-active': prepared(fixtureFacts.rhel9),
  'nftables-starts-at-boot': withService(rhel9, 'nftables.service', {
    load: 'loaded',
    enablement: 'enabled',
    active: false,
    startsAtBoot: true,
  }),
  'modules-not-installed': prepared(fixtureFacts.rhel10),
  'modules-blocked': withModules(rhcos, 'blocked', ['vxlan']),
  'kernel-too-old-for-ebpf': {
    ...prepared(fixtureFacts.rhel8),
    kernelRelease: observed('4.18.0-147.el8.x86_64', source),
    operatingSystem: observed(rhel81, source),
  },
} as const satisfies Readonly<Record<string, HostFacts>>;

export type HostVariant = keyof typeof hostVariants;

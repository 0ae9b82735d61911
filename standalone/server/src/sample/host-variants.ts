import { observed, unavailable } from '@calico-readiness/requirements';
import type { HostFacts, HostFactValues, ModuleState } from '@calico-readiness/requirements';
import { stockFacts, stockValues } from './stock-facts';

const vary = (values: Partial<HostFactValues>): HostFacts => ({
  ...stockFacts,
  ...(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, observed(value, 'sample')])) as Partial<HostFacts>),
});

const modulesInState = (state: ModuleState, modules: readonly string[]): Partial<HostFactValues> => ({
  kernelModules: { ...stockValues.kernelModules, ...Object.fromEntries(modules.map((module) => [module, state])) },
});

const rhel: Partial<HostFactValues> = {
  operatingSystem: { id: 'rhel', versionId: '9.6', idLike: ['fedora'], prettyName: 'Red Hat Enterprise Linux 9.6 (Plow)' },
};

const managing = (manages: Partial<HostFactValues['networkManager']['manages']>): Partial<HostFactValues> => ({
  networkManager: {
    ...stockValues.networkManager,
    configurationFiles: ['etc/NetworkManager/NetworkManager.conf'],
    manages: { ...stockValues.networkManager.manages, ...manages },
  },
});

/** The hosts that the sample fleet is made of, by what is special about each. */
export const hostVariants = {
  stock: stockFacts,
  'networkmanager-manages-vxlan': vary(managing({ 'vxlan.calico': true, 'vxlan-v6.calico': true })),
  'networkmanager-manages-everything': vary(managing({ 'cali*': true, tunl0: true, 'vxlan.calico': true, 'vxlan-v6.calico': true })),
  'networkmanager-not-readable': {
    ...stockFacts,
    networkManager: unavailable('denied', 'etc/NetworkManager/conf.d', 'permission denied'),
  },
  'firewalld-active': vary({
    ...rhel,
    services: {
      ...stockValues.services,
      'firewalld.service': { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true },
    },
  }),
  'nftables-starts-at-boot': vary({
    ...rhel,
    services: {
      ...stockValues.services,
      'nftables.service': { load: 'loaded', enablement: 'enabled', active: false, startsAtBoot: true },
    },
  }),
  'modules-not-installed': vary({ ...rhel, ...modulesInState('configured-only', ['ip_set', 'xt_set', 'ip_set_hash_ip', 'ip_set_hash_net']) }),
  'modules-blocked': vary(modulesInState('blocked', ['vxlan'])),
  'kernel-too-old': vary({ ...rhel, kernelRelease: '2.6.32-754.35.1.el6.x86_64', operatingSystem: { id: 'rhel', versionId: '6.10', prettyName: 'Red Hat Enterprise Linux Server release 6.10 (Santiago)' } }),
} as const satisfies Readonly<Record<string, HostFacts>>;

export type HostVariant = keyof typeof hostVariants;

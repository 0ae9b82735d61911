import { kernelModuleTable } from '../src/derived/kernel-module-table';
import { declareProfile } from '../src/model/declare-profile';
import type { HostFacts, HostFactValues } from '../src/model/host-facts';
import { modulesWith, stockHost, stockValues } from '../test/stock-host';

/** Every feature on, so that nearly every requirement applies. */
export const everything = declareProfile(
  {
    dataplane: 'BPF',
    encapsulation: ['IPIP', 'VXLAN'],
    ipFamilies: ['IPv4', 'IPv6'],
    kubeProxyMode: 'ipvs',
    wireguard: true,
    sctp: true,
  },
  'benchmark',
);

/**
 * Hosts as a fleet has them: a few kernels, most nodes alike, one in ten with a trouble of its own. The same for the
 * same number.
 */
export const fleetOfHosts = (nodes: number): HostFacts[] => Array.from({ length: nodes }, (_, index) => host(index));

function host(index: number): HostFacts {
  const values = { kernelRelease: `5.14.0-570.${String(12 + (index % 4))}.1.el9_6.x86_64`, moduleLoading };
  return index % 10 === 0
    ? stockHost({ ...values, ...troubleOf(index / 10) }, withoutOf(index / 10))
    : stockHost(values);
}

/** Modules that a node has loaded at boot by its MachineConfig. */
const moduleLoading: HostFactValues['moduleLoading'] = {
  program: 'runs',
  atBoot: ['br_netfilter', 'ip_tables', 'ip_vs', 'ip_vs_rr', 'ip_vs_sh', 'ip_vs_wrr', 'nf_conntrack', 'overlay'],
};

function troubleOf(index: number): Partial<HostFactValues> {
  const module = kernelModuleTable[index % kernelModuleTable.length]?.name ?? 'vxlan';
  const manages = { ...stockValues.networkManager.manages, tunl0: index % 3 === 0 };
  return {
    networkManager: { ...stockValues.networkManager, manages },
    ...modulesWith({ [module]: index % 2 === 0 ? 'missing' : 'unknown' }),
    ...(index % 5 === 0 && { modprobePath: '/usr/local/sbin/load' }),
  };
}

const withoutOf = (index: number): readonly (keyof HostFactValues)[] => (index % 7 === 0 ? ['services'] : []);

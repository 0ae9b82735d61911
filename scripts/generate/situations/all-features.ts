import type { ProfileValues } from '@calico-readiness/requirements';

/** Everything that Calico v3.25 can be asked for, as the golden files of the fixture hosts have it. */
export const allFeatures = {
  dataplane: 'BPF',
  encapsulation: ['VXLAN'],
  ipFamilies: ['IPv4', 'IPv6'],
  kubeProxyMode: 'ipvs',
  wireguard: true,
  sctp: true,
} as const satisfies Partial<ProfileValues>;

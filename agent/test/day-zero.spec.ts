import type { CalicoVersion, ProfileValues } from '@calico-readiness/requirements';
import { calicoVersions, dayZeroChanges, declareProfile } from '@calico-readiness/requirements';
import { observeHost } from '../src/observation/observe-host';
import { fixtureHosts } from './fixture-hosts';

const profiles: Readonly<Record<string, Partial<ProfileValues>>> = {
  'as it is installed': {},
  'VXLAN for both families, WireGuard': {
    encapsulation: ['VXLAN'],
    bgp: false,
    ipFamilies: ['IPv4', 'IPv6'],
    wireguard: true,
  },
  'no encapsulation, SCTP, IPVS': { encapsulation: [], sctp: true, kubeProxyMode: 'ipvs' },
  'nftables, IP-in-IP and VXLAN': {
    dataplane: 'Nftables',
    encapsulation: ['IPIP', 'VXLAN'],
    kubeProxyMode: 'nftables',
  },
  eBPF: { dataplane: 'BPF', encapsulation: [], kubeProxyMode: 'none' },
};

const trees = fixtureHosts.filter(({ name }) => name.startsWith('rhcos-'));
const cases = trees.flatMap((tree) =>
  Object.keys(profiles).flatMap((profile) => calicoVersions.map((version) => [tree.name, profile, version] as const)),
);
const factsOf = new Map(
  trees.map((tree) => [
    tree.name,
    observeHost({ hostRoot: tree.root, profile: declareProfile({}, 'a test') }).then(({ facts }) => facts),
  ]),
);
const profileOf = (name: string, calicoVersion: CalicoVersion) =>
  declareProfile({ calicoVersion, ...profiles[name] }, 'a test');

describe('what manifests takes for a node of Red Hat CoreOS', () => {
  it('is held against whole trees', () => {
    expect(trees.map(({ name }) => name)).toEqual(['rhcos-10', 'rhcos-4.20']);
  });

  it.each(cases)('leads to the same changes as the tree %s, %s, Calico %s', async (tree, profile, version) => {
    const facts = await factsOf.get(tree);
    const asked = profileOf(profile, version);

    expect(dayZeroChanges(asked)).toEqual(dayZeroChanges(asked, facts));
  });
});

import fc from 'fast-check';
import type { ClusterProfile } from '../model/cluster-profile';
import type { ProfileFieldName } from '../model/profile-values';
import { profileValues } from '../model/cluster-profile';
import { defaultProfileValues } from '../model/profile-defaults';
import type { ClusterObjects } from './cluster-objects';
import { foundObject, noClusterObjects, unreadableObject } from './cluster-objects';
import { detectNodeProfile, detectProfile } from './detect-profile';
import {
  bgpConfiguration,
  calicoOnOpenShift,
  clusterInformation,
  installation,
  networkOperator,
  objectsOf,
} from './testing/sample-objects';

const sources = (profile: ClusterProfile) =>
  Object.fromEntries(Object.entries(profile).map(([name, { source }]) => [name, source]));

const allDefaulted = Object.fromEntries(Object.keys(defaultProfileValues).map((name) => [name, 'defaulted']));

describe('detectProfile', () => {
  it('says of every field of a stock Calico on OpenShift which object decided it', () => {
    expect(detectProfile(calicoOnOpenShift)).toEqual({
      calicoVersion: { value: 'v3.25', source: 'detected', from: 'ClusterInformation default spec.calicoVersion' },
      dataplane: {
        value: 'Iptables',
        source: 'detected',
        from: 'Installation default spec.calicoNetwork.linuxDataplane',
      },
      encapsulation: { value: ['IPIP'], source: 'detected', from: 'IPPool default-ipv4-ippool' },
      bgp: { value: true, source: 'detected', from: 'Installation default spec.calicoNetwork.bgp' },
      ipFamilies: { value: ['IPv4'], source: 'detected', from: 'Network.config cluster status.clusterNetwork' },
      kubeProxyMode: {
        value: 'iptables',
        source: 'detected',
        from: 'ConfigMap openshift-kube-proxy/proxy-config data mode',
      },
      wireguard: {
        value: false,
        source: 'detected',
        from: 'FelixConfiguration default spec.wireguardEnabled is not set; FelixConfiguration default spec.wireguardEnabledV6 is not set',
      },
      sctp: {
        value: false,
        source: 'defaulted',
        from: 'default of Calico v3.25; no object tells whether workloads use SCTP',
      },
      typha: { value: true, source: 'detected', from: 'Installation default' },
      ports: {
        value: { ...defaultProfileValues.ports, felixHealth: 9199 },
        source: 'detected',
        from: 'FelixConfiguration default spec.healthPort',
      },
    });
  });

  it('is the default of the first release where no object is', () => {
    const profile = detectProfile(noClusterObjects);
    expect(profileValues(profile)).toEqual(defaultProfileValues);
    expect(sources(profile)).toEqual(allDefaulted);
    expect(profile.dataplane.from).toBe(
      'default of Calico v3.25; Installation default does not exist; FelixConfiguration does not exist',
    );
  });

  it.each([
    ['v3.25', { dataplane: 'Iptables', encapsulation: ['IPIP'], bgp: true, kubeProxyMode: 'iptables' }],
    ['v3.29', { dataplane: 'Iptables', encapsulation: ['IPIP'], bgp: true, kubeProxyMode: 'iptables' }],
    ['v3.30', { dataplane: 'BPF', encapsulation: ['IPIP', 'VXLAN'], bgp: true, kubeProxyMode: 'none' }],
    ['v3.32', { dataplane: 'BPF', encapsulation: ['IPIP', 'VXLAN'], bgp: true, kubeProxyMode: 'none' }],
  ] as const)(
    'takes the defaults of %s on OpenShift before Calico exists, when that release is declared',
    (calicoVersion, expected) => {
      const profile = detectProfile(noClusterObjects, { calicoVersion });
      expect(profileValues(profile)).toMatchObject(expected);
      expect(profile.dataplane).toMatchObject({
        source: 'defaulted',
        from: expect.stringContaining(`default of Calico ${calicoVersion};`) as unknown,
      });
    },
  );

  it('leaves VXLAN to the pools where another data plane than eBPF is declared', () => {
    const objects = { ...calicoOnOpenShift, installation: installation({ linuxDataplane: 'BPF' }) };
    expect(detectProfile(objects).encapsulation).toEqual({
      value: ['IPIP', 'VXLAN'],
      source: 'detected',
      from: 'IPPool default-ipv4-ippool; eBPF always needs VXLAN',
    });
    expect(detectProfile(objects, { dataplane: 'Iptables' }).encapsulation).toEqual({
      value: ['IPIP'],
      source: 'detected',
      from: 'IPPool default-ipv4-ippool',
    });
  });

  it('takes the default of what may not be read, and says so', () => {
    const forbidden = Object.fromEntries(
      Object.keys(noClusterObjects).map((name) => [name, unreadableObject('forbidden')]),
    ) as unknown as ClusterObjects;
    const profile = detectProfile(forbidden);
    expect(profileValues(profile)).toEqual(defaultProfileValues);
    expect(
      Object.fromEntries(Object.entries(profile).map(([name, { source, from }]) => [name, `${source}: ${from ?? ''}`])),
    ).toEqual({
      calicoVersion: 'defaulted: default of Calico v3.25; ClusterInformation default cannot be read: forbidden',
      dataplane:
        'defaulted: default of Calico v3.25; Installation default cannot be read: forbidden; FelixConfiguration cannot be read: forbidden',
      encapsulation:
        'defaulted: default of Calico v3.25; IPPool cannot be read: forbidden; Installation default cannot be read: forbidden; FelixConfiguration cannot be read: forbidden',
      bgp: 'defaulted: default of Calico v3.25; Installation default cannot be read: forbidden',
      ipFamilies: expect.stringContaining(
        'defaulted: default of Calico v3.25; Network.config cluster cannot be read: forbidden; ',
      ) as unknown,
      kubeProxyMode:
        'defaulted: default of Calico v3.25; Network.operator cluster cannot be read: forbidden; ConfigMap openshift-kube-proxy/proxy-config cannot be read: forbidden',
      wireguard: 'defaulted: default of Calico v3.25; FelixConfiguration cannot be read: forbidden',
      sctp: 'defaulted: default of Calico v3.25; no object tells whether workloads use SCTP',
      typha: 'defaulted: default of Calico v3.25; Installation default cannot be read: forbidden',
      ports:
        'defaulted: default of Calico v3.25; BGPConfiguration default cannot be read: forbidden; FelixConfiguration cannot be read: forbidden',
    });
  });

  it('tells an object that is not there from one that may not be read', () => {
    expect(detectProfile(noClusterObjects).bgp.from).toBe(
      'default of Calico v3.25; Installation default does not exist',
    );
    expect(detectProfile(objectsOf({ installation: unreadableObject('forbidden') })).bgp.from).toBe(
      'default of Calico v3.25; Installation default cannot be read: forbidden',
    );
  });

  it.each<[string, Partial<ClusterObjects>, ProfileFieldName]>([
    ['no map', { installation: foundObject('Installation') }, 'bgp'],
    ['an empty map', { installation: foundObject({}) }, 'typha'],
    ['another kind', { installation: bgpConfiguration({ calicoNetwork: { bgp: 'Disabled' } }) }, 'bgp'],
    [
      'another group of the same kind and name',
      { networkConfig: networkOperator({ clusterNetwork: [{ cidr: 'fd01::/48' }] }) },
      'ipFamilies',
    ],
    [
      'another name',
      {
        installation: foundObject({
          apiVersion: 'operator.tigera.io/v1',
          kind: 'Installation',
          metadata: { name: 'overlay' },
          spec: {},
        }),
      },
      'bgp',
    ],
    [
      'no name',
      { installation: foundObject({ apiVersion: 'operator.tigera.io/v1', kind: 'Installation', spec: {} }) },
      'bgp',
    ],
    [
      'a text for spec',
      {
        installation: foundObject({
          apiVersion: 'operator.tigera.io/v1',
          kind: 'Installation',
          metadata: { name: 'default' },
          spec: 'x',
        }),
      },
      'bgp',
    ],
    ['a version that is no text', { clusterInformation: clusterInformation(3.31) }, 'calicoVersion'],
    ['an unknown version', { clusterInformation: clusterInformation('v3.19.4') }, 'calicoVersion'],
    ['an unknown data plane', { installation: installation({ linuxDataplane: 'VPP' }) }, 'dataplane'],
  ])('detects nothing from an object with %s', (_, objects, name) =>
    expect(detectProfile(objectsOf(objects))[name]?.source).toBe('defaulted'),
  );

  it('prints nothing of a hostile object beyond one short line', () => {
    const text = `\u001b[31m${'x'.repeat(10_000)}\n`;
    const profile = detectProfile(objectsOf({ installation: unreadableObject(text) }));
    expect(profile.bgp.from).toBe(
      `default of Calico v3.25; Installation default cannot be read: ?[31m${'x'.repeat(52)}...`,
    );
  });
});

describe('any cluster', () => {
  const words = [
    'default',
    'node.a',
    'cluster',
    'spec',
    'BPF',
    'Auto',
    'Enabled',
    'Always',
    'VXLAN',
    '10.128.0.0/14',
    'fd01::/48',
    'v3.32.0',
    '__proto__',
  ];
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<unknown>(...words, null, true, false, 0, 179, -1, 65_536, 1.5),
      fc.string(),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    map: fc.dictionary(
      fc.oneof(
        fc.constantFrom(
          'spec',
          'status',
          'metadata',
          'name',
          'items',
          'data',
          'calicoNetwork',
          'linuxDataplane',
          'bgp',
          'ipPools',
          'bpfEnabled',
          'nftablesMode',
          'cidr',
          'ipipMode',
          'clusterNetwork',
          'listenPort',
        ),
        fc.string(),
      ),
      tie('value'),
      { maxKeys: 6 },
    ),
  })).value;
  const names = Object.keys(noClusterObjects) as (keyof ClusterObjects)[];
  /** An object that introduces itself rightly, or not; all else is anything. */
  const hostile = (name: keyof ClusterObjects) =>
    fc.tuple(json, fc.boolean()).map(([value, introduced]) => {
      const genuine = calicoOnOpenShift[name];
      if (!introduced || genuine.status !== 'found' || typeof value !== 'object' || value === null)
        return foundObject(value);
      const { apiVersion, kind, metadata } = genuine.object as Record<string, unknown>;
      return foundObject({
        spec: value,
        status: value,
        items: value,
        data: value,
        ...value,
        apiVersion,
        kind,
        metadata,
      });
    });
  const clusters = fc
    .tuple(...names.map(hostile))
    .map(
      (objects) => Object.fromEntries(names.map((name, index) => [name, objects[index]])) as unknown as ClusterObjects,
    );

  it('gives a complete and possible profile, and never throws', () => {
    fc.assert(
      fc.property(clusters, (objects) => {
        for (const profile of [detectProfile(objects), detectNodeProfile(objects, 'a')]) {
          const { dataplane, encapsulation, ipFamilies, kubeProxyMode, ports, ...rest } = profileValues(profile);
          expect(['Iptables', 'Nftables', 'BPF']).toContain(dataplane);
          expect([[], ['IPIP'], ['VXLAN'], ['IPIP', 'VXLAN']]).toContainEqual(encapsulation);
          expect(dataplane !== 'BPF' || encapsulation.includes('VXLAN')).toBe(true);
          expect([['IPv4'], ['IPv6'], ['IPv4', 'IPv6']]).toContainEqual(ipFamilies);
          expect(['iptables', 'ipvs', 'nftables', 'none']).toContain(kubeProxyMode);
          expect(Object.values(ports).every((port) => Number.isInteger(port) && port >= 1 && port <= 65_535)).toBe(
            true,
          );
          expect([rest.bgp, rest.sctp, rest.typha, rest.wireguard].every((value) => typeof value === 'boolean')).toBe(
            true,
          );
          for (const { source, from } of Object.values(profile)) {
            expect(['detected', 'defaulted']).toContain(source);
            expect(from).toMatch(/^[\x20-\x7e]{1,256}$/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is all default while no object introduces itself as what was asked for', () => {
    const junk = fc.record(
      Object.fromEntries(names.map((name) => [name, json.map(foundObject)])) as Record<
        keyof ClusterObjects,
        fc.Arbitrary<ReturnType<typeof foundObject>>
      >,
    );
    fc.assert(
      fc.property(junk, (objects) => {
        expect(sources(detectProfile(objects))).toEqual(allDefaulted);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of a list', () => {
    const reversed = (read: ClusterObjects['ipPools']) =>
      read.status === 'found' &&
      typeof read.object === 'object' &&
      read.object !== null &&
      'items' in read.object &&
      Array.isArray(read.object.items)
        ? foundObject({ ...read.object, items: [...(read.object.items as unknown[])].reverse() })
        : read;
    fc.assert(
      fc.property(clusters, (objects) => {
        const other = {
          ...objects,
          ipPools: reversed(objects.ipPools),
          felixConfigurations: reversed(objects.felixConfigurations),
        };
        expect(profileValues(detectNodeProfile(other, 'a'))).toEqual(profileValues(detectNodeProfile(objects, 'a')));
      }),
      { numRuns: 300 },
    );
  });
});

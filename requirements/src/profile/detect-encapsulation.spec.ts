import type { ClusterObjects } from './cluster-objects';
import { absentObject, foundObject, unreadableObject } from './cluster-objects';
import { detectNodeProfile, detectProfile } from './detect-profile';
import { calicoOnOpenShift, felix, installation, list, objectsOf, pools } from './testing/sample-objects';

const v4 = { cidr: '10.128.0.0/14' };
const v6 = { cidr: 'fd01::/48' };
const one = (spec: Record<string, unknown>) => pools({ pool: spec });
const felixDefault = (spec: Record<string, unknown>) => felix({ default: spec });
const planned = (ipPools: unknown, spec = {}) => installation({ ipPools }, spec);
const inInstallation = 'Installation default spec.calicoNetwork.ipPools';

describe('the encapsulation', () => {
  it.each<[string, Partial<ClusterObjects>, readonly string[], string]>([
    ['IPIP Always', { ipPools: one({ ...v4, ipipMode: 'Always', vxlanMode: 'Never' }) }, ['IPIP'], 'IPPool pool'],
    ['IPIP CrossSubnet', { ipPools: one({ ...v4, ipipMode: 'CrossSubnet' }) }, ['IPIP'], 'IPPool pool'],
    ['VXLAN Always', { ipPools: one({ ...v4, ipipMode: 'Never', vxlanMode: 'Always' }) }, ['VXLAN'], 'IPPool pool'],
    ['VXLAN CrossSubnet', { ipPools: one({ ...v4, vxlanMode: 'CrossSubnet' }) }, ['VXLAN'], 'IPPool pool'],
    ['neither', { ipPools: one({ ...v4, ipipMode: 'Never', vxlanMode: 'Never' }) }, [], 'IPPool pool'],
    ['modes left out or empty', { ipPools: one({ ...v4, ipipMode: '' }) }, [], 'IPPool pool'],
    [
      'only a disabled pool with IPIP',
      { ipPools: one({ ...v4, ipipMode: 'Always', disabled: true }) },
      ['IPIP'],
      'IPPool pool',
    ],
    [
      'a pool of each',
      { ipPools: pools({ a: { ...v4, ipipMode: 'Always' }, b: { ...v4, vxlanMode: 'Always' } }) },
      ['IPIP', 'VXLAN'],
      'IPPool a; IPPool b',
    ],
    [
      'ipipEnabled false over an IPIP pool',
      { ipPools: one({ ...v4, ipipMode: 'Always' }), felixConfigurations: felixDefault({ ipipEnabled: false }) },
      [],
      'FelixConfiguration default spec.ipipEnabled; IPPool pool',
    ],
    [
      'ipipEnabled true without such a pool',
      { ipPools: one({ ...v4 }), felixConfigurations: felixDefault({ ipipEnabled: true }) },
      ['IPIP'],
      'FelixConfiguration default spec.ipipEnabled; IPPool pool',
    ],
    [
      'vxlanEnabled false over a VXLAN pool',
      { ipPools: one({ ...v4, vxlanMode: 'Always' }), felixConfigurations: felixDefault({ vxlanEnabled: false }) },
      [],
      'IPPool pool; FelixConfiguration default spec.vxlanEnabled',
    ],
    [
      'vxlanEnabled true without such a pool',
      { ipPools: one({ ...v4, ipipMode: 'Always' }), felixConfigurations: felixDefault({ vxlanEnabled: true }) },
      ['IPIP', 'VXLAN'],
      'IPPool pool; FelixConfiguration default spec.vxlanEnabled',
    ],
    [
      'an IPv6 VXLAN pool, whatever vxlanEnabled says',
      { ipPools: one({ ...v6, vxlanMode: 'Always' }), felixConfigurations: felixDefault({ vxlanEnabled: false }) },
      ['VXLAN'],
      'IPPool pool',
    ],
    [
      'both overrides and nothing else',
      { felixConfigurations: felixDefault({ ipipEnabled: false, vxlanEnabled: true }) },
      ['VXLAN'],
      'FelixConfiguration default spec.ipipEnabled; FelixConfiguration default spec.vxlanEnabled',
    ],
    [
      'eBPF and a pool without encapsulation',
      { ipPools: one({ ...v4 }), felixConfigurations: felixDefault({ bpfEnabled: true }) },
      ['VXLAN'],
      'IPPool pool; eBPF always needs VXLAN',
    ],
    [
      'eBPF and vxlanEnabled false',
      { ipPools: one({ ...v4 }), felixConfigurations: felixDefault({ bpfEnabled: true, vxlanEnabled: false }) },
      ['VXLAN'],
      'IPPool pool; eBPF always needs VXLAN',
    ],
    [
      'pools in the other API group',
      { ipPools: list('IPPool', { pool: { ...v4, vxlanMode: 'Always' } }) },
      ['VXLAN'],
      'IPPool pool',
    ],
    [
      'many pools',
      {
        ipPools: pools(
          Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, { ...v4, ipipMode: 'Always' }])),
        ),
      },
      ['IPIP'],
      'IPPool a, IPPool b, IPPool c and 2 more',
    ],
    [
      'a pool that counts beside a malformed one',
      { ipPools: pools({ a: { ...v4, ipipMode: 'Always', vxlanMode: 'Always' }, b: { cidr: 7 } }) },
      ['IPIP', 'VXLAN'],
      'IPPool a',
    ],
    [
      'pools that are, not those that the Installation planned',
      { ipPools: one({ ...v4, vxlanMode: 'Always' }), installation: planned([{ ...v4, encapsulation: 'IPIP' }]) },
      ['VXLAN'],
      'IPPool pool',
    ],
    [
      'an Installation before its pools are made',
      { ipPools: pools({}), installation: planned([{ ...v4, encapsulation: 'VXLANCrossSubnet' }]) },
      ['VXLAN'],
      inInstallation,
    ],
    [
      'an Installation that leaves the encapsulation out',
      { installation: planned([v4, v6]) },
      ['IPIP'],
      `${inInstallation}; IPPool does not exist`,
    ],
    [
      'the same with another CNI plugin',
      { installation: planned([v4], { cni: { type: 'AmazonVPC' } }) },
      [],
      `${inInstallation}; IPPool does not exist`,
    ],
    [
      'an Installation with IPIPCrossSubnet and None',
      {
        installation: planned([
          { ...v4, encapsulation: 'IPIPCrossSubnet' },
          { ...v6, encapsulation: 'None' },
        ]),
      },
      ['IPIP'],
      `${inInstallation}; IPPool does not exist`,
    ],
    [
      'an Installation where the pools may not be read',
      { ipPools: unreadableObject('forbidden'), installation: planned([{ ...v4, encapsulation: 'VXLAN' }]) },
      ['VXLAN'],
      `${inInstallation}; IPPool cannot be read: forbidden`,
    ],
    [
      'pools while Felix may not be read',
      { ipPools: one({ ...v4, vxlanMode: 'Always' }), felixConfigurations: unreadableObject('forbidden') },
      ['VXLAN'],
      'IPPool pool; FelixConfiguration cannot be read: forbidden',
    ],
  ])('with %s', (_, objects, value, from) =>
    expect(detectProfile(objectsOf(objects)).encapsulation).toEqual({ value, source: 'detected', from }),
  );

  it.each<[string, Partial<ClusterObjects>, readonly string[], string]>([
    ['nothing', {}, ['IPIP'], 'IPPool does not exist; Installation default does not exist'],
    [
      'pools that may not be read',
      { ipPools: unreadableObject('forbidden') },
      ['IPIP'],
      'IPPool cannot be read: forbidden; Installation default does not exist',
    ],
    [
      'an Installation without pools',
      { installation: installation({}) },
      ['IPIP'],
      `IPPool does not exist; ${inInstallation} is not set`,
    ],
    [
      'pools that somebody else will make',
      { ipPools: pools({}), installation: planned([]) },
      ['IPIP'],
      `there is no IPPool; ${inInstallation} is empty`,
    ],
    [
      'eBPF and pools that may not be read',
      { ipPools: unreadableObject('forbidden'), felixConfigurations: felixDefault({ bpfEnabled: true }) },
      ['IPIP', 'VXLAN'],
      'IPPool cannot be read: forbidden; Installation default does not exist; eBPF always needs VXLAN',
    ],
    [
      'half an override',
      { ipPools: unreadableObject('forbidden'), felixConfigurations: felixDefault({ ipipEnabled: false }) },
      [],
      'FelixConfiguration default spec.ipipEnabled; IPPool cannot be read: forbidden; Installation default does not exist',
    ],
    [
      'a mode that does not exist',
      { ipPools: pools({ a: { ...v4, ipipMode: 'always' } }) },
      ['IPIP'],
      'there is no IPPool; a pool is malformed',
    ],
    [
      'a pool without a network',
      { ipPools: pools({ a: { ipipMode: 'Never' } }) },
      ['IPIP'],
      'there is no IPPool; a pool is malformed',
    ],
    [
      'a good pool that uses none beside a malformed one',
      { ipPools: pools({ a: v4, b: { cidr: 'x' } }) },
      ['IPIP'],
      'IPPool a; a pool is malformed',
    ],
    [
      'a list of something else',
      { ipPools: list('NetworkPolicy', { a: { ...v4, vxlanMode: 'Always' } }) },
      ['IPIP'],
      'IPPool list is malformed; Installation default does not exist',
    ],
    [
      'a planned encapsulation that does not exist',
      { installation: planned([{ ...v4, encapsulation: 'constructor' }]) },
      ['IPIP'],
      `${inInstallation}; IPPool does not exist; a pool is malformed`,
    ],
  ])('is defaulted with %s', (_, objects, value, why) =>
    expect(detectProfile(objectsOf(objects)).encapsulation).toEqual({
      value,
      source: 'defaulted',
      from: `default of Calico v3.25; ${why}`,
    }),
  );

  it.each(['Always', 'CrossSubnet'])(
    'does not take an Installation into account that is not there, with mode %s',
    (ipipMode) =>
      expect(
        detectProfile({ ...calicoOnOpenShift, installation: absentObject, ipPools: one({ ...v4, ipipMode }) })
          .encapsulation.value,
      ).toEqual(['IPIP']),
  );

  it("takes kubectl's list as well", () => {
    const item = {
      apiVersion: 'projectcalico.org/v3',
      kind: 'IPPool',
      metadata: { name: 'a' },
      spec: { ...v4, vxlanMode: 'Always' },
    };
    const listed = (items: unknown) =>
      detectProfile(objectsOf({ ipPools: foundObject({ apiVersion: 'v1', kind: 'List', items }) })).encapsulation;
    expect(listed([item])).toEqual({ value: ['VXLAN'], source: 'detected', from: 'IPPool a' });
    expect(listed([{ ...item, kind: undefined }])).toMatchObject({ source: 'defaulted' });
  });

  it('follows the overrides of the node', () => {
    const objects = objectsOf({
      ipPools: one({ ...v4, ipipMode: 'Always' }),
      felixConfigurations: felix({ default: {}, 'node.a': { ipipEnabled: false } }),
    });
    expect(detectNodeProfile(objects, 'a').encapsulation.value).toEqual([]);
    expect(detectNodeProfile(objects, 'b').encapsulation.value).toEqual(['IPIP']);
  });
});

import fc from 'fast-check';
import type { ProfileFieldName, ProfileValues } from '../model/profile-values';
import { profileValues } from '../model/cluster-profile';
import { declareProfile } from '../model/declare-profile';
import { calicoVersions, dataplanes, encapsulations, ipFamilies, kubeProxyModes } from '../model/profile-choices';
import { defaultProfileValues } from '../model/profile-defaults';
import { noClusterObjects, unreadableObject } from './cluster-objects';
import { detectProfile } from './detect-profile';
import { mergeProfiles } from './merge-profiles';
import {
  bgpConfiguration,
  calicoOnOpenShift,
  clusterInformation,
  felix,
  installation,
  objectsOf,
} from './testing/sample-objects';

const declare = (values: Partial<ProfileValues>) => declareProfile(values, 'ReadinessPolicy cluster');
const nothingDeclared = declare({});

describe('mergeProfiles', () => {
  it('is what was detected where nothing is declared', () => {
    expect(mergeProfiles(nothingDeclared, detectProfile(calicoOnOpenShift))).toEqual(detectProfile(calicoOnOpenShift));
    expect(mergeProfiles(nothingDeclared, detectProfile(noClusterObjects))).toEqual(detectProfile(noClusterObjects));
  });

  it('puts what was declared over what was detected, field by field', () => {
    const merged = mergeProfiles(declare({ bgp: false, encapsulation: ['VXLAN'] }), detectProfile(calicoOnOpenShift));
    expect(merged).toEqual({
      ...detectProfile(calicoOnOpenShift),
      bgp: { value: false, source: 'declared', from: 'ReadinessPolicy cluster' },
      encapsulation: { value: ['VXLAN'], source: 'declared', from: 'ReadinessPolicy cluster' },
    });
  });

  it('takes the defaults of the declared release, and keeps the reason', () => {
    const merged = mergeProfiles(
      declare({ calicoVersion: 'v3.30' }),
      detectProfile(objectsOf({ installation: unreadableObject('forbidden') })),
    );
    expect(merged.dataplane).toEqual({
      value: 'BPF',
      source: 'defaulted',
      from: 'default of Calico v3.30; Installation default cannot be read: forbidden; FelixConfiguration does not exist',
    });
    expect(merged.kubeProxyMode).toMatchObject({ value: 'none', source: 'defaulted' });
    expect(merged.encapsulation.value).toEqual(['IPIP', 'VXLAN']);
  });

  it('takes the defaults of the detected release where none is declared', () => {
    const merged = mergeProfiles(
      nothingDeclared,
      detectProfile(objectsOf({ clusterInformation: clusterInformation('v3.31.0') })),
    );
    expect(profileValues(merged)).toMatchObject({ calicoVersion: 'v3.31', dataplane: 'BPF', kubeProxyMode: 'none' });
  });

  it('keeps kube-proxy for a declared data plane that is not eBPF', () => {
    const merged = mergeProfiles(
      declare({ calicoVersion: 'v3.31', dataplane: 'Iptables' }),
      detectProfile(noClusterObjects),
    );
    expect(profileValues(merged)).toMatchObject({
      dataplane: 'Iptables',
      kubeProxyMode: 'iptables',
      encapsulation: ['IPIP'],
    });
  });

  it('brings VXLAN with a declared eBPF, unless the encapsulation is declared too', () => {
    const detected = detectProfile(calicoOnOpenShift);
    expect(mergeProfiles(declare({ dataplane: 'BPF' }), detected).encapsulation).toEqual({
      value: ['IPIP', 'VXLAN'],
      source: 'detected',
      from: 'IPPool default-ipv4-ippool; eBPF always needs VXLAN',
    });
    expect(mergeProfiles(declare({ dataplane: 'BPF', encapsulation: [] }), detected).encapsulation.value).toEqual([]);
  });

  it('keeps the half of an encapsulation that was detected', () => {
    const detected = detectProfile(objectsOf({ felixConfigurations: felix({ default: { ipipEnabled: false } }) }));
    expect(mergeProfiles(nothingDeclared, detected).encapsulation).toMatchObject({ value: [], source: 'defaulted' });
  });

  describe('of ports', () => {
    const detected = detectProfile(
      objectsOf({
        bgpConfiguration: bgpConfiguration({ listenPort: 1179 }),
        felixConfigurations: felix({ default: { vxlanPort: 8472 } }),
      }),
    );
    const { ports } = defaultProfileValues;

    it('takes those that were written down, and the others as detected', () =>
      expect(mergeProfiles(declare({ ports: { ...ports, vxlan: 4789 } }), detected, { vxlan: 4789 }).ports).toEqual({
        value: { ...ports, bgp: 1179, vxlan: 4789 },
        source: 'declared',
        from: 'ReadinessPolicy cluster (vxlan); other ports: BGPConfiguration default spec.listenPort; FelixConfiguration default spec.vxlanPort',
      }));

    it('takes all of a declaration that does not say which were written down', () =>
      expect(mergeProfiles(declare({ ports }), detected).ports).toEqual({
        value: ports,
        source: 'declared',
        from: 'ReadinessPolicy cluster',
      }));

    it('takes the detected ones where none was written down', () =>
      expect(mergeProfiles(nothingDeclared, detected).ports).toEqual(detected.ports));
  });

  it('never lets detection or a default overrule a declaration, nor a default a detection', () => {
    const port = fc.integer({ min: 1, max: 65_535 });
    const declarations: fc.Arbitrary<Partial<ProfileValues>> = fc.record(
      {
        calicoVersion: fc.constantFrom(...calicoVersions),
        dataplane: fc.constantFrom(...dataplanes),
        encapsulation: fc.subarray([...encapsulations]),
        bgp: fc.boolean(),
        ipFamilies: fc.subarray([...ipFamilies], { minLength: 1 }),
        kubeProxyMode: fc.constantFrom(...kubeProxyModes),
        wireguard: fc.boolean(),
        sctp: fc.boolean(),
        typha: fc.boolean(),
        ports: fc.record({
          bgp: port,
          vxlan: port,
          typha: port,
          wireguard: port,
          wireguardV6: port,
          kubeApiserver: port,
          felixHealth: port,
        }),
      },
      { requiredKeys: [] },
    );
    const clusters = fc.constantFrom(
      noClusterObjects,
      calicoOnOpenShift,
      objectsOf({ installation: installation({ linuxDataplane: 'BPF', bgp: 'Disabled' }) }),
    );
    fc.assert(
      fc.property(declarations, clusters, (values, objects) => {
        const detected = detectProfile(objects);
        const merged = mergeProfiles(declare(values), detected);
        for (const name of Object.keys(merged) as ProfileFieldName[]) {
          if (values[name] !== undefined)
            expect(merged[name]).toEqual({ value: values[name], source: 'declared', from: 'ReadinessPolicy cluster' });
          else if (detected[name]?.source === 'detected' && name !== 'encapsulation')
            expect(merged[name]).toEqual(detected[name]);
          else expect(merged[name]?.source).toBe(detected[name]?.source);
        }
      }),
    );
  });
});

import type { ClusterObjects, ReadinessPolicy, ReadinessPolicyStatus } from '@calico-readiness/requirements';
import { foundObject, noClusterObjects, unreadableObject } from '@calico-readiness/requirements';
import type { PolicyStatusInput } from './policy-status';
import { policyStatusOf } from './policy-status';

const [earlier, now] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'];
const policy = (profile: object = {}, generation = 3): ReadinessPolicy =>
  ({
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'ReadinessPolicy',
    metadata: { name: 'cluster', generation },
    spec: { profile },
  }) as ReadinessPolicy;
const list = (kind: string, items: readonly object[]) =>
  foundObject({ apiVersion: 'crd.projectcalico.org/v1', kind: `${kind}List`, items });
const pools = list('IPPool', [{ metadata: { name: 'pods' }, spec: { cidr: '10.128.0.0/14', vxlanMode: 'Always' } }]);
const objects: ClusterObjects = { ...noClusterObjects, ipPools: pools };
const input: PolicyStatusInput = { policy: policy(), objects, unread: [], previous: undefined, now };
const statusOf = (changes: Partial<PolicyStatusInput> = {}): ReadinessPolicyStatus =>
  policyStatusOf({ ...input, ...changes });
const conditionOf = (status: ReadinessPolicyStatus, type: string) =>
  status.conditions.find((condition) => condition.type === type);
const unread = { name: 'ipPools', reason: 'forbidden', isKept: false } as const;
const hidden: ClusterObjects = { ...noClusterObjects, ipPools: unreadableObject('forbidden') };

describe('the status of a policy', () => {
  it('has declared over detected over defaulted, and the generation that it is about', () => {
    const { profile, observedGeneration } = statusOf({ policy: policy({ bgp: false }) });

    expect(observedGeneration).toBe(3);
    expect(profile).toMatchObject({
      bgp: { value: false, source: 'declared', from: 'ReadinessPolicy cluster' },
      encapsulation: { value: ['VXLAN'], source: 'detected', from: 'IPPool pods' },
      sctp: { value: false, source: 'defaulted' },
    });
  });

  it('accepts a policy and says that all was read', () => {
    const { conditions } = statusOf();

    expect(conditions.map(({ type, status, reason }) => [type, status, reason])).toEqual([
      ['Accepted', 'True', 'Accepted'],
      ['Detected', 'True', 'ObjectsRead'],
    ]);
  });

  it.each<[string, object, string, string]>([
    ['a value of a later release', { calicoVersion: 'v9.9' }, 'FieldNotUsable', 'spec.profile.calicoVersion is "v9.9"'],
    ['a field of a later release', { qos: true }, 'FieldNotUsable', 'spec.profile.qos is not a field'],
    [
      'a data plane that the defaulted release does not have',
      { dataplane: 'Nftables' },
      'DataplaneNotInRelease',
      'which Calico v3.25 does not have; that release is defaulted',
    ],
    [
      'the default port of another use',
      { ports: { bgp: 5473 } },
      'PortUsedTwice',
      'spec.profile.ports.bgp is 5473, which is the TCP port of typha as well',
    ],
  ])('does not accept %s', (_what, profile, reason, message) => {
    const condition = conditionOf(statusOf({ policy: policy(profile) }), 'Accepted');

    expect(condition).toMatchObject({ status: 'False', reason });
    expect(condition?.message).toContain(message);
  });

  it.each<[string, object]>([
    ['one port for TCP and for UDP', { ports: { bgp: 4789 } }],
    ['that data plane in a release that has it', { calicoVersion: 'v3.32', dataplane: 'Nftables' }],
  ])('accepts %s', (_what, profile) => {
    expect(conditionOf(statusOf({ policy: policy(profile) }), 'Accepted')?.status).toBe('True');
  });

  it('says what could not be read, and whether it still counts', () => {
    const message = (isKept: boolean) =>
      conditionOf(statusOf({ unread: [{ ...unread, isKept }] }), 'Detected')?.message;

    expect(message(true)).toBe('Cannot be read: IPPools: forbidden; counts as it was last read.');
    expect(message(false)).toBe('Cannot be read: IPPools: forbidden; was never read by this controller.');
  });

  it('keeps what an earlier controller had detected where the object cannot be read now', () => {
    const { profile } = statusOf({ objects: hidden, unread: [unread], previous: statusOf() });

    expect(profile.encapsulation).toEqual({ value: ['VXLAN'], source: 'detected', from: 'IPPool pods' });
  });

  it('does not keep what was detected of an object that is not there any more', () => {
    const { profile } = statusOf({ objects: noClusterObjects, previous: statusOf() });

    expect(profile.encapsulation.source).toBe('defaulted');
  });

  it('does not keep what was declared once', () => {
    const previous = statusOf({ policy: policy({ encapsulation: [] }) });

    expect(statusOf({ objects: hidden, unread: [unread], previous }).profile.encapsulation).toMatchObject({
      value: ['IPIP'],
      source: 'defaulted',
    });
  });

  it('carries the time of a condition on while it stays', () => {
    const previous = statusOf({ now: earlier, unread: [unread] });
    const { conditions } = statusOf({ previous });

    expect(conditions.map(({ lastTransitionTime }) => lastTransitionTime)).toEqual([earlier, now]);
  });

  describe('where nodes have a FelixConfiguration of their own', () => {
    const nodes = (count: number, spec: object) =>
      list('FelixConfiguration', [
        { metadata: { name: 'default' }, spec: { wireguardEnabled: false } },
        ...Array.from({ length: count }, (_, index) => ({ metadata: { name: `node.w${String(index)}` }, spec })),
      ]);

    it('lists the fields that differ there, and no node whose settings change nothing here', () => {
      const felixConfigurations = nodes(1, { wireguardEnabled: true });
      const { nodeProfiles } = statusOf({ objects: { ...objects, felixConfigurations } });
      const { nodeProfiles: none } = statusOf({
        objects: { ...objects, felixConfigurations: nodes(1, { logSeverityScreen: 'Debug' }) },
      });

      const wireguard = { value: true, source: 'detected', from: 'FelixConfiguration node.w0 spec.wireguardEnabled' };
      expect(nodeProfiles).toMatchObject([{ node: 'w0', profile: { wireguard: { value: wireguard.value } } }]);
      expect(none).toBeUndefined();
    });

    it('lists no more than it may, and says so', () => {
      const felixConfigurations = nodes(5000, { wireguardEnabled: true });
      const status = statusOf({ objects: { ...objects, felixConfigurations } });

      expect(status.nodeProfiles).toHaveLength(64);
      expect(conditionOf(status, 'Detected')).toMatchObject({ status: 'False', reason: 'TooManyNodeSettings' });
    });

    it('keeps them while they cannot be read', () => {
      const previous = statusOf({ objects: { ...objects, felixConfigurations: nodes(1, { wireguardEnabled: true }) } });
      const felixConfigurations = unreadableObject('forbidden');
      const status = statusOf({
        objects: { ...objects, felixConfigurations },
        unread: [{ ...unread, name: 'felixConfigurations' }],
        previous,
      });

      expect(status.nodeProfiles).toEqual(previous.nodeProfiles);
    });
  });
});

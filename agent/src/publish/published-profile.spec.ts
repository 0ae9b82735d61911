import type { ReadinessPolicy } from '@calico-readiness/requirements';
import { declareProfile } from '@calico-readiness/requirements';
import { judgedBy, readPublishedProfile } from './published-profile';

const policy = (status: unknown, generation = 1): ReadinessPolicy =>
  ({
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'ReadinessPolicy',
    metadata: { name: 'cluster', generation },
    status,
  }) as ReadinessPolicy;
const vxlan = { value: ['VXLAN'], source: 'detected', from: 'IPPool pods' } as const;
const profile = { ...declareProfile({ bgp: false }, 'ReadinessPolicy cluster'), encapsulation: vxlan };
const nothing = { profile: declareProfile({}, ''), writtenPorts: {} };

describe('readPublishedProfile', () => {
  it('gives the profile as it stands, and whether it is about the current declaration', () => {
    expect(readPublishedProfile(policy({ observedGeneration: 1, profile }), 'a')).toEqual({ profile, isCurrent: true });
    expect(readPublishedProfile(policy({ observedGeneration: 1, profile }, 2), 'a')?.isCurrent).toBe(false);
  });

  it('puts what its own node has over it, and nothing of another', () => {
    const sctp = { value: true, source: 'detected' };
    const nodeProfiles = [{ node: 'b', profile: { sctp } }];

    expect(readPublishedProfile(policy({ profile, nodeProfiles }), 'b')?.profile.sctp).toEqual(sctp);
    expect(readPublishedProfile(policy({ profile, nodeProfiles }), 'a')?.profile.sctp.value).toBe(false);
  });

  it.each([undefined, null, 'x', {}, { profile: [] }, { profile: 'x' }])('gives nothing of the status %j', (status) => {
    expect(readPublishedProfile(policy(status), 'a')).toBeUndefined();
  });

  it.each([
    ['calicoVersion', { value: 'v9.9', source: 'detected' }],
    ['dataplane', { value: ['BPF'], source: 'detected' }],
    ['ports', { value: { bgp: 0 }, source: 'detected' }],
    ['sctp', { value: true, source: 'guessed' }],
    ['__proto__', { value: true, source: 'detected' }],
  ])('leaves out a field %s that it cannot use: %j', (name, field) => {
    const published = readPublishedProfile(policy({ profile: { encapsulation: vxlan, [name]: field } }), 'a')?.profile;

    expect(published).toEqual({ ...declareProfile({}, ''), encapsulation: vxlan });
  });
});

describe('judgedBy', () => {
  it('is the published profile, word for word, while that is current', () => {
    expect(judgedBy(nothing, { profile, isCurrent: true }, false)).toBe(profile);
  });

  it('is what is declared where nothing was published', () => {
    expect(judgedBy(nothing, undefined, false)).toBe(nothing.profile);
  });

  it('forgets what was declared once, and keeps what was detected, while the controller has not caught up', () => {
    const judged = judgedBy(nothing, { profile, isCurrent: false }, false);

    expect(judged.encapsulation).toEqual(vxlan);
    expect(judged.bgp).toMatchObject({ value: true, source: 'defaulted' });
  });

  it('puts what is declared now over it, port by port', () => {
    const ports = { value: { ...profile.ports.value, vxlan: 8472 }, source: 'detected', from: 'F' } as const;
    const declaration = {
      profile: declareProfile({ sctp: true, ports: profile.ports.value }, 'P'),
      writtenPorts: { bgp: 1179 },
    };
    const judged = judgedBy(declaration, { profile: { ...profile, ports }, isCurrent: false }, false);

    expect(judged.sctp).toMatchObject({ value: true, source: 'declared' });
    expect(judged.ports.value).toMatchObject({ vxlan: 8472 });
    expect(judged.ports.source).toBe('declared');
  });

  it('lets a command line declare over it', () => {
    const declaration = { profile: declareProfile({ wireguard: true }, 'command line'), writtenPorts: {} };
    const judged = judgedBy(declaration, { profile, isCurrent: true }, true);

    expect(judged).toMatchObject({ wireguard: { value: true, from: 'command line' }, encapsulation: vxlan });
  });
});

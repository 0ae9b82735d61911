import { draftFaults } from './draft-faults';
import { draftOf, specOf, withNewWaiver } from './policy-draft';
import { policyYaml, specOfYaml } from './policy-yaml';
import { differsFrom, rebasedDraft } from './rebased-draft';
import { entryOf } from './waiver-item';

const now = Date.parse('2026-05-01T12:00:00Z');
const waiver = (changes: object = {}) => ({
  requirement: 'firewalld-disabled',
  reason: 'waits',
  owner: 'network team',
  expiry: '2026-06-01T10:11:12Z',
  ...changes,
});
const other = waiver({ requirement: 'kernel-version-supported' });
const odd = waiver({ nodeSelector: { matchLabels: { zone: 'a,b' } } });

describe('the draft of a policy', () => {
  it.each<[string, unknown]>([
    ['none', undefined],
    ['nothing', {}],
    ['a list in another order', { profile: { encapsulation: ['VXLAN', 'IPIP'] } }],
    ['what no form knows', { profile: { later: [1], calicoVersion: 'v9.9', ports: { bgp: 1, next: 2 } }, more: {} }],
    ['sizes of which the form shows one', { profile: { mtu: { pods: 1400, vxlan: 1350 } } }],
    ['waivers that cannot be used', { waivers: [{}, 'text', odd, waiver({ expiry: 'never' })] }],
  ])('says the same as the policy: %s', (_, spec) => {
    const draft = draftOf(spec);
    expect(specOf(draft)).toEqual(spec ?? {});
    expect(differsFrom(draft, spec)).toBe(false);
    expect(draftFaults(draft, now).size).toBe(0);
  });

  it('takes out what declares nothing any more', () => {
    const draft = draftOf({ profile: { bgp: true, ports: { bgp: 180 } }, reportIntervalSeconds: 60, waivers: [other] });
    const emptied = { ...draft, choices: { ...draft.choices, bgp: '' }, ports: { ...draft.ports, bgp: '' } };
    expect(specOf({ ...emptied, interval: '', waivers: [] })).toEqual({});
  });

  it('changes the size of pods alone, and says what none may be', () => {
    const draft = draftOf({ profile: { mtu: { pods: 1400, vxlan: 1350 } } });
    expect(specOf({ ...draft, podMtu: '1300' })).toEqual({ profile: { mtu: { pods: 1300, vxlan: 1350 } } });
    expect(specOf({ ...draft, podMtu: '' })).toEqual({ profile: { mtu: { vxlan: 1350 } } });
    expect([...draftFaults({ ...draft, podMtu: '12' }, now).keys()]).toEqual(['profile.mtu.pods']);
  });

  it('shows no words for a selector that they would change, and keeps it', () => {
    expect(entryOf(odd).nodes).toBeNull();
    const draft = draftOf({ waivers: [odd] });
    const waivers = draft.waivers.map((item) => ({ ...item, entry: { ...item.entry, reason: 'moves' } }));
    expect(specOf({ ...draft, waivers })).toEqual({ waivers: [{ ...odd, reason: 'moves' }] });
  });

  it('never takes words that are no selector for all nodes', () => {
    const draft = withNewWaiver(draftOf({}), { owner: 'jane', lastDay: '2026-05-31' });
    const waivers = draft.waivers.map((item) => ({ ...item, entry: { ...item.entry, nodes: 'zone in a' } }));
    expect(draftFaults({ ...draft, waivers }, now).has('waivers[0].nodeSelector')).toBe(true);
    expect(specOf({ ...draft, waivers })).toMatchObject({ waivers: [{ nodeSelector: 'zone in a' }] });
  });

  it('says that a day is over', () => {
    const draft = withNewWaiver(draftOf({}), { owner: 'jane', lastDay: '2026-04-30' });
    expect(draftFaults(draft, now).get('waivers[0].expiry')).toMatchObject({
      text: 'is in the past; choose a later day',
    });
  });
});

describe('a draft on top of what others made of the policy', () => {
  const base = { profile: { bgp: true }, waivers: [waiver(), other] };

  it('keeps the changes of both', () => {
    const draft = draftOf(base);
    const [first] = draft.waivers;
    const mine = { ...draft, choices: { ...draft.choices, sctp: 'true' }, waivers: first === undefined ? [] : [first] };
    const theirs = { profile: { bgp: false }, waivers: [waiver(), other, odd], reportIntervalSeconds: 60 };
    expect(specOf(rebasedDraft(mine, base, theirs))).toEqual({
      profile: { bgp: false, sctp: true },
      waivers: [waiver(), odd],
      reportIntervalSeconds: 60,
    });
  });

  it('keeps a waiver that was changed here and ended there, and drops one that was only ended there', () => {
    const draft = draftOf(base);
    const waivers = draft.waivers.map((item, index) =>
      index === 0 ? { ...item, entry: { ...item.entry, reason: 'moves' } } : item,
    );
    expect(specOf(rebasedDraft({ ...draft, waivers }, base, { profile: { bgp: true } }))).toMatchObject({
      waivers: [{ requirement: 'firewalld-disabled', reason: 'moves' }],
    });
  });
});

describe('the policy as YAML', () => {
  it('is read as it was written', () => {
    expect(specOfYaml(policyYaml({ waivers: [odd] }))).toEqual({ spec: { waivers: [odd] } });
  });

  it.each([
    ['kind: [[', 'syntax'],
    ['- 1', 'other-object'],
    ['kind: Secret', 'other-object'],
    [policyYaml({}).replace('name: cluster', 'name: other'), 'other-object'],
    [policyYaml({}).replace('name: cluster', 'name: cluster\n  labels: {}'), 'other-object'],
  ])('is none in %j', (text, kind) => {
    expect(specOfYaml(text)).toMatchObject({ kind });
  });
});

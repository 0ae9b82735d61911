import { readWaivers } from '@calico-readiness/requirements';
import { parse } from 'yaml';
import { dayOf, firstDraft, waiverOfDraft } from './waiver-draft';
import { waiverYaml } from './waiver-yaml';

const now = new Date('2026-05-01T10:00:00').getTime();
const draft = { ...firstDraft(now), reason: 'moves to nftables', owner: 'network team' };
const node = { matchLabels: { 'kubernetes.io/hostname': 'w1' } };
const waiverOf = (changes: object = {}) => waiverOfDraft({ ...draft, ...changes }, 'firewalld-disabled', node, now);

describe('the form of a waiver', () => {
  it('proposes thirty days', () => {
    expect(firstDraft(now).lastDay).toBe('2026-05-31');
  });

  it('makes a waiver that holds through its last day', () => {
    const waiver = waiverOf()!;
    expect(waiver).toMatchObject({ requirement: 'firewalld-disabled', nodeSelector: node, owner: 'network team' });
    expect(dayOf(new Date(waiver.expiry).getTime())).toBe('2026-05-31');
    expect(readWaivers([waiver])).toMatchObject({ usable: [{}], invalid: [] });
  });

  it('may end today, and not on a day that is over', () => {
    expect(waiverOf({ lastDay: '2026-05-01' })).toBeDefined();
    expect(waiverOf({ lastDay: '2026-04-30' })).toBeUndefined();
  });

  it.each([{ reason: ' ' }, { owner: '' }, { lastDay: '' }, { lastDay: '2026-05' }, { reason: '\u200b' }])(
    'makes none with %j',
    (changes) => {
      expect(waiverOf(changes)).toBeUndefined();
    },
  );

  it('cleans and cuts texts as the API takes them', () => {
    expect(waiverOf({ reason: 'one\ntwo\u202e three' })?.reason).toBe('one two three');
    expect(waiverOf({ reason: `${'x'.repeat(511)}\u{1f600}` })?.reason).toBe('x'.repeat(511));
  });

  it('leaves the selector out for all nodes', () => {
    expect(waiverOfDraft(draft, 'ebpf', {}, now)).not.toHaveProperty('nodeSelector');
  });

  it('can be handed on as YAML that says where it belongs', () => {
    const waiver = waiverOf({ reason: 'a: "b" # c' })!;
    expect(parse(waiverYaml(waiver))).toEqual({ spec: { waivers: [waiver] } });
  });
});

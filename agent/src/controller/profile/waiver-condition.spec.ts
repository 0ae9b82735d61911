import type { ReadinessPolicy } from '@calico-readiness/requirements';
import { millisecondsToExpiry, waiversValid } from './waiver-condition';

const now = Date.parse('2026-01-01T12:00:00Z');
const waiver = (changes: object = {}) => ({
  requirement: 'firewalld-disabled',
  reason: 'moves in January',
  owner: 'network team',
  expiry: '2026-02-01T00:00:00Z',
  ...changes,
});
const policy = (...waivers: readonly unknown[]): ReadinessPolicy =>
  ({ kind: 'ReadinessPolicy', metadata: { name: 'cluster' }, spec: { waivers } }) as unknown as ReadinessPolicy;

describe('the condition of the waivers', () => {
  it.each<[string, ReadinessPolicy]>([
    ['there is none', policy()],
    ['there is no spec', { ...policy(), spec: undefined } as unknown as ReadinessPolicy],
  ])('is left out where %s: an older definition knows no such condition', (_, given) => {
    expect(waiversValid(given, now)).toBeUndefined();
    expect(millisecondsToExpiry(given, now)).toBe(Infinity);
  });

  it.each<[string, ReadinessPolicy, string, string, string]>([
    ['all hold', policy(waiver()), 'True', 'WaiversValid', 'Every waiver can be used, and none has ended.'],
    [
      'one is invalid',
      policy(waiver(), waiver({ expiry: '' })),
      'False',
      'WaiverInvalid',
      'spec.waivers[1]: expiry is no RFC 3339 time.',
    ],
    [
      'one has ended',
      policy(waiver({ expiry: '2025-12-31T00:00:00Z' })),
      'False',
      'WaiverExpired',
      'spec.waivers[0] for firewalld-disabled has ended.',
    ],
    [
      'one repeats another',
      policy(waiver(), waiver()),
      'False',
      'WaiverRepeated',
      'spec.waivers[1] is for the same requirement and the same nodes as spec.waivers[0].',
    ],
  ])('says where %s', (_, given, status, reason, message) => {
    expect(waiversValid(given, now)).toEqual({ status, reason, message });
  });

  it('is looked at again when the next waiver ends, as far as a timer reaches', () => {
    const soon = waiver({ expiry: '2026-01-01T12:00:30Z' });
    const ended = waiver({ expiry: '2026-01-01T11:00:00Z' });
    expect(millisecondsToExpiry(policy(waiver(), soon, ended), now)).toBe(30_000);
    expect(millisecondsToExpiry(policy(waiver({ expiry: '2099-01-01T00:00:00Z' })), now)).toBe(2 ** 31 - 1);
  });
});

import { readConnect } from './connect-outcome';
import type { IcmpWord } from './icmp-word';
import { wordOfCounts } from './icmp-word';

const none: IcmpWord = { seen: 'none' };
const some: IcmpWord = { seen: 'some' };
const unknown: IcmpWord = { seen: 'unknown' };
const message = (family: 4 | 6, code: number): IcmpWord => ({
  seen: 'message',
  family,
  type: family === 4 ? 3 : 1,
  code,
});

describe('an attempt to connect', () => {
  it('that succeeds is open, whatever else comes', () => {
    for (const icmp of [none, some, unknown, message(4, 13)])
      expect(readConnect({ said: 'connected' }, icmp)).toMatchObject({ outcome: 'open' });
  });

  it('is no outcome before silence is listened to again', () => {
    for (const icmp of [none, some, unknown]) {
      expect(readConnect({ said: 'silence' }, icmp)).toBe('silent');
      expect(readConnect({ said: 'error', code: 'ETIMEDOUT' }, icmp)).toBe('silent');
    }
  });

  it('is refused only where no ICMP message can have done it', () => {
    const refused = { said: 'error', code: 'ECONNREFUSED' } as const;
    expect(readConnect(refused, none)).toMatchObject({ outcome: 'refused' });
    expect(readConnect(refused, some)).toBe('doubtful');
    expect(readConnect(refused, unknown)).toBe('doubtful');
    expect(readConnect(refused, message(4, 3))).toMatchObject({ outcome: 'prohibited' });
    expect(readConnect(refused, message(6, 4))).toMatchObject({ outcome: 'prohibited' });
  });

  it.each([
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['EINVAL', 'unreachable'],
    ['EACCES', 'prohibited'],
    ['EPERM', 'prohibited'],
    ['ENOPROTOOPT', 'prohibited'],
    ['EADDRNOTAVAIL', 'untested'],
    ['EMFILE', 'untested'],
    ['EAFNOSUPPORT', 'untested'],
  ])('that ends in %s is %s', (code, outcome) => {
    expect(readConnect({ said: 'error', code }, none)).toEqual({ outcome, method: 'connect', said: code });
  });

  it.each([
    [4, 0, 'unreachable', 'ICMP type 3 code 0, net-unreachable'],
    [4, 1, 'unreachable', 'ICMP type 3 code 1, host-unreachable'],
    [4, 3, 'prohibited', 'ICMP type 3 code 3, port-unreachable'],
    [4, 9, 'prohibited', 'ICMP type 3 code 9, net-prohibited'],
    [4, 13, 'prohibited', 'ICMP type 3 code 13, admin-prohibited'],
    [4, 99, 'prohibited', 'ICMP type 3 code 99'],
    [6, 0, 'unreachable', 'ICMPv6 type 1 code 0, no-route'],
    [6, 1, 'prohibited', 'ICMPv6 type 1 code 1, admin-prohibited'],
    [6, 3, 'unreachable', 'ICMPv6 type 1 code 3, address-unreachable'],
    [6, 4, 'prohibited', 'ICMPv6 type 1 code 4, port-unreachable'],
  ] as const)(
    'is told by the message that a kernel hides behind one error: IPv%i code %i',
    (family, code, outcome, said) => {
      expect(readConnect({ said: 'error', code: 'EHOSTUNREACH' }, message(family, code))).toEqual({
        outcome,
        method: 'connect',
        said,
      });
    },
  );

  it('has no message by counts that stay, some by counts that rise, and nothing without counts', () => {
    expect([wordOfCounts(3, 3), wordOfCounts(3, 4), wordOfCounts(undefined, 4), wordOfCounts(3, undefined)]).toEqual([
      none,
      some,
      unknown,
      unknown,
    ]);
  });
});

import type { ConnectAnswer } from '../host/flows/network';
import type { IcmpWord } from './icmp-word';
import { outcomeOfIcmp, textOfIcmp } from './icmp-outcome';
import type { ProbeMethod, ProbeResult } from './outcome';
import { untested } from './outcome';

/** `silent` and `doubtful` answers are no outcome yet: the first is asked for again, the second once nothing else is in flight. */
export type Reading = ProbeResult | 'silent' | 'doubtful';

/**
 * Errors that leave no doubt. A kernel says EACCES for a route of type prohibit, and for ICMPv6 messages of an
 * administrator (tab_unreach in net/ipv6/icmp.c), EINVAL for a route of type blackhole, and EPERM for its own filters.
 */
const plainErrors: Readonly<Record<string, 'prohibited' | 'unreachable'>> = {
  EACCES: 'prohibited',
  EPERM: 'prohibited',
  ENOPROTOOPT: 'prohibited',
  EINVAL: 'unreachable',
};

/**
 * What an attempt to connect came to. Only ICMP tells some answers apart that are one error: a closed port and a
 * firewall's port-unreachable are both ECONNREFUSED. A firewall that answers with a reset is a closed port by all that
 * can be seen.
 */
export function readConnect(answer: ConnectAnswer, icmp: IcmpWord): Reading {
  if (answer.said === 'connected') return { outcome: 'open', method: 'connect', said: 'connected' };
  if (icmp.seen === 'message') return { outcome: outcomeOfIcmp(icmp), method: 'connect', said: textOfIcmp(icmp) };
  if (answer.said === 'silence') return 'silent';
  return readError(answer.code, icmp);
}

/** A kernel has EHOSTUNREACH and ENETUNREACH for what an administrator prohibits over IPv4 as well (icmp_err_convert in net/ipv4/icmp.c). */
const unread = 'perhaps by an ICMP message, which cannot be read';

/** What an errno of connect(2) or send(2) means for a flow. */
export function readError(
  code: string,
  icmp: Exclude<IcmpWord, { readonly seen: 'message' }>,
  method: ProbeMethod = 'connect',
): Reading {
  const plain = plainErrors[code];
  switch (code) {
    case 'ECONNREFUSED':
      return icmp.seen === 'none' ? { outcome: 'refused', method, said: code } : 'doubtful';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return { outcome: 'unreachable', method, said: icmp.seen === 'some' ? `${code}, ${unread}` : code };
    case 'ETIMEDOUT':
      return 'silent';
    default:
      return plain === undefined ? untested(code, method) : { outcome: plain, method, said: code };
  }
}

/** What a doubtful answer comes to that stays one. */
export const stillDoubtful: ProbeResult = untested(
  'ECONNREFUSED, and ICMP messages came that cannot be read: the port is closed, or a firewall refused',
  'connect',
);

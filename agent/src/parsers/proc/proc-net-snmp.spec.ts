import { readFileSync } from 'node:fs';
import { malformed, parsed } from '../parsed';
import { parseNetSnmp, parseNetSnmp6 } from './proc-net-snmp';

const nothing = malformed('has no count of InDestUnreachs');

describe('the counts of ICMP messages', () => {
  it.each([
    [
      'by name, wherever it stands',
      'Ip: Forwarding\nIp: 1\nIcmp: InMsgs InErrors InDestUnreachs InTimeExcds\nIcmp: 9 8 7 6\nIcmpMsg: InType3\nIcmpMsg: 5\n',
      parsed(7),
    ],
    ['of no line of names', 'Icmp: 9 8 7 6\n', nothing],
    ['of a line that was cut', 'Icmp: InMsgs InErrors InDestUnreachs\nIcmp: 9 8\n', nothing],
    ['of a word', 'Icmp: InDestUnreachs\nIcmp: many\n', nothing],
    ['of an empty file', '', nothing],
  ])('are read %s', (_case, text, expected) => {
    expect(parseNetSnmp(text)).toEqual(expected);
  });

  it.each([
    ['by name', 'Icmp6InMsgs                     \t9\nIcmp6InDestUnreachs             \t7\n', parsed(7)],
    ['of another line', 'Icmp6OutDestUnreachs            \t7\n', nothing],
    ['without a number', 'Icmp6InDestUnreachs \t\n', nothing],
  ])('of IPv6 are read %s', (_case, text, expected) => {
    expect(parseNetSnmp6(text)).toEqual(expected);
  });

  it('are found in what the kernel of this machine prints', () => {
    expect(parseNetSnmp(readFileSync('/proc/self/net/snmp', 'utf8')).status).toBe('parsed');
  });
});

import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

const count = /^\d{1,15}$/;

/**
 * `/proc/net/snmp` (proc_pid_net(5), net/ipv4/proc.c): how many ICMP messages of type 3, destination unreachable, have
 * come in. Each group is a line of names and a line of values.
 */
export function parseNetSnmp(text: string): Parsed<number> {
  const [names = [], values = []] = text
    .split('\n')
    .filter((line) => line.startsWith('Icmp: '))
    .map((line) => line.split(' '));
  return counted(values[names.indexOf('InDestUnreachs')]);
}

/** `/proc/net/snmp6` (net/ipv6/proc.c): how many ICMPv6 messages of type 1, destination unreachable, have come in. */
export function parseNetSnmp6(text: string): Parsed<number> {
  const line = text.split('\n').find((each) => /^Icmp6InDestUnreachs\s/.test(each));
  return counted(line?.split(/\s+/)[1]);
}

const counted = (digits: string | undefined): Parsed<number> =>
  digits !== undefined && count.test(digits) ? parsed(Number(digits)) : malformed('has no count of InDestUnreachs');

import type { Parsed } from '../parsed';
import { malformed, parsed, tooLarge } from '../parsed';

/** A kernel has some hundreds of them, revisions counted. */
const mostNames = 4096;

/**
 * `/proc/net/ip_tables_names`, `ip_tables_matches`, `ip_tables_targets` and their IPv6 kin (net/netfilter/x_tables.c):
 * one registered name a line, at most 31 characters. Sorted, each name once: revisions of a match share its name.
 */
export function parseIpTablesNames(text: string): Parsed<readonly string[]> {
  const names = text.split('\n').filter((line) => line !== '');
  if (names.length > mostNames) return tooLarge(`lists more than ${String(mostNames)} names`);
  if (names.some((name) => !/^[!-~]{1,31}$/.test(name))) return malformed('a line is no name of an iptables extension');
  return parsed([...new Set(names)].sort());
}

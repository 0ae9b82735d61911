import type { HostTree } from '../../test/temporary-host';
import type { Deed } from '../kernel/calico-deeds';
import { deeds, translatedDeeds } from '../kernel/calico-deeds';

/** The deeds whose commands have one of these in them. */
export const doing = (...parts: readonly string[]): readonly Deed[] =>
  parts.map((part) => {
    const deed = [...deeds, ...translatedDeeds].find(([command]) => command.includes(part));
    if (deed === undefined) throw new Error(`no deed has ${part}`);
    return deed;
  });

/** A file of modprobe.d with these lines. */
export const rules = (...lines: readonly string[]): HostTree => ({
  'etc/modprobe.d/calico.conf': lines.map((line) => `${line}\n`).join(''),
});
/** The same line for each of several modules or aliases, which stand between blanks. */
export const forEach = (keyword: string, names: string, end = ''): readonly string[] =>
  names.split(' ').map((name) => `${keyword} ${name}${end}`);

/** The beginnings of iptables commands, by which the deeds are found. */
export const legacy = (rule: string): string => `iptables-legacy -t ${rule}`;
export const nft = (rule: string): string => `iptables-nft -t ${rule}`;
/** Every match that Calico uses, and every kind of set, as the deeds make them. */
export const matches = ['-m mark', '-m conntrack', '-m addrtype', '-p tcp -m multiport', '-p tcp -m tcp'].map((match) =>
  legacy(`filter -A INPUT ${match}`),
);
export const sets = ['ipset create a', 'ipset create b', 'ipset create c'];

import fc from 'fast-check';
import type { HostTree } from '../../test/temporary-host';
import type { Deed } from '../kernel/calico-deeds';
import { deeds } from '../kernel/calico-deeds';
import type { ModuleCase } from './guest-module-script';
import { modprobeFilesArbitrary } from '../kmod/generated-modprobe-files';

/** One deed for each module that it is about: the least that Calico does with it. */
const about: Readonly<Record<string, string>> = {
  ipip: 'type ipip',
  tunnel4: 'type ipip',
  vxlan: 'type vxlan',
  udp_tunnel: 'type vxlan',
  veth: 'type veth',
  sch_ingress: 'clsact',
  ip_set: 'ipset create a',
  ip_set_hash_ip: 'ipset create a',
  ip_set_hash_net: 'ipset create b',
  nf_tables: 'iptables-nft -t filter -S',
  libcrc32c: 'iptables-nft -t filter -S',
  xt_mark: 'iptables-legacy -t filter -A INPUT -m mark',
  x_tables: 'iptables-legacy -t filter -A INPUT -m mark',
  ipt_REJECT: 'iptables-legacy -t filter -A INPUT -j REJECT',
  xt_set: 'iptables-legacy -t filter -A INPUT -m set',
};

const deedAbout = (module: string): Deed | undefined =>
  deeds.find(([command]) => command.includes(about[module] ?? '\0'));

const caseArbitrary: fc.Arbitrary<ModuleCase> = fc
  .shuffledSubarray(Object.keys(about), { minLength: 3, maxLength: 3 })
  .chain((modules) =>
    modprobeFilesArbitrary(modules).map((files) => ({
      files: Object.fromEntries(files.map(({ path, text }) => [path, text ?? { linkTo: '/dev/null' }])) as HostTree,
      deeds: [...new Set(modules.map(deedAbout))].filter((deed) => deed !== undefined),
    })),
  );

/** Rules at all, and none for the alias that another deed than the one above asks for. */
const speaks = ({ files }: ModuleCase): boolean => {
  const texts = Object.values(files).filter((text) => typeof text === 'string');
  return (
    texts.some((text) => /^\s*(?:install|blacklist|alias)\s/m.test(text)) &&
    !texts.some((text) => text.includes('netdev-tunl0'))
  );
};

/** Generated rules of modprobe.d. */
export const generatedModuleCases = (count: number): readonly ModuleCase[] =>
  fc
    .sample(caseArbitrary, { seed: 20250310, numRuns: 10 * count })
    .filter(speaks)
    .slice(0, count);

import type { Fact, LegacyIptables } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { HostFiles } from '../host/host-files';
import { parseIpTablesNames } from '../parsers/proc/ip-tables-names';
import { networkTables } from './network-namespace';
import type { Probe } from './probe';
import { mostTelling, readParsed } from './read-parsed';

/**
 * What is registered with legacy iptables. The files exist only while ip_tables is in the kernel, so an
 * absent one beside a readable directory means that nothing is registered.
 */
export const legacyIptablesProbe: Probe<'legacyIptables'> = {
  name: 'legacy-iptables',
  facts: ['legacyIptables'],
  gather: async ({ files, when }) => {
    const legacyIptables = await gather(files);
    return { legacyIptables: when === 'next boot' ? atNextBoot(legacyIptables) : legacyIptables };
  },
};

async function gather(files: HostFiles): Promise<Fact<LegacyIptables>> {
  const directory = await networkTables(files);
  if (directory.status === 'unavailable') return directory;
  const read = (name: string) => registeredNames(files, `${directory.value}/${name}`);
  const facts = await Promise.all([
    read('ip_tables_names'),
    read('ip6_tables_names'),
    read('ip_tables_matches'),
    read('ip6_tables_matches'),
    read('ip_tables_targets'),
    read('ip6_tables_targets'),
  ]);
  const failures = facts.filter((fact) => fact.status === 'unavailable');
  if (failures.length > 0) return mostTelling(failures);
  const [tables = [], ip6Tables = [], ...extensions] = facts.map((fact) =>
    fact.status === 'observed' ? fact.value : [],
  );
  const [matches = [], ip6Matches = [], targets = [], ip6Targets = []] = extensions;
  return observed(
    { tables, ip6Tables, matches: together(matches, ip6Matches), targets: together(targets, ip6Targets) },
    directory.value,
  );
}

/** A boot begins with none, and what has registered some may do so again. */
const atNextBoot = (fact: Fact<LegacyIptables>): Fact<LegacyIptables> =>
  fact.status === 'observed' && Object.values(fact.value).some((names: readonly string[]) => names.length > 0)
    ? unavailable('unsupported', fact.source, 'what is registered now is gone at the next boot, or registered again')
    : fact;

async function registeredNames(files: HostFiles, path: string): Promise<Fact<readonly string[]>> {
  const names = await readParsed(files, path, parseIpTablesNames);
  return names.status === 'unavailable' && names.reason === 'not-found' ? observed([], path) : names;
}

const together = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

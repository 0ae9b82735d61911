import type { HostFactName, HostFactValues } from '../../src/model/host-facts';
import type { RequirementCase } from '../requirement-case';
import { modulesWith } from '../stock-host';

const backend = (
  when: string,
  facts: Partial<HostFactValues>,
  without: readonly HostFactName[],
  verdict: RequirementCase['verdict'],
  reason: string,
): RequirementCase => ({
  requirement: 'iptables-backend-consistent',
  when,
  facts,
  without,
  verdict,
  reason,
});

const legacyTables: Pick<HostFactValues, 'legacyIptables'> = {
  legacyIptables: { tables: ['filter', 'nat'], ip6Tables: [], matches: [], targets: [] },
};

/** Of the variants of iptables that are in use together. */
export const iptablesBackendCases: readonly RequirementCase[] = [
  backend('ip_tables loaded at boot, as on Red Hat CoreOS', {}, [], 'Pass', 'LegacyNotInUse'),
  backend('legacy tables and nft_compat never loaded', legacyTables, [], 'Pass', 'LegacyOnly'),
  backend(
    'legacy tables and nft_compat loaded',
    { ...legacyTables, ...modulesWith({ ip_tables: 'loaded', nft_compat: 'loaded' }) },
    [],
    'Warn',
    'BothBackendsInUse',
  ),
  backend(
    'legacy tables of IPv6 alone',
    {
      legacyIptables: { tables: [], ip6Tables: ['mangle'], matches: [], targets: [] },
      ...modulesWith({ nft_compat: 'loaded' }),
    },
    [],
    'Warn',
    'BothBackendsInUse',
  ),
  backend(
    'legacy tables of IPv6 alone, whose module alone is loaded',
    {
      legacyIptables: { tables: [], ip6Tables: ['filter'], matches: [], targets: [] },
      ...modulesWith({ ip_tables: 'loadable', ip6_tables: 'loaded', nft_compat: 'loaded' }),
    },
    [],
    'Warn',
    'BothBackendsInUse',
  ),
  backend(
    'ip6_tables loaded without tables, and an unusual modprobe for ip_tables',
    { modprobePath: '/usr/bin/modprobe', ...modulesWith({ ip_tables: 'loadable', ip6_tables: 'loaded' }) },
    [],
    'Warn',
    'LegacyCanNotLoad',
  ),
  backend(
    'ip6_tables loaded and its tables unseen',
    modulesWith({ ip_tables: 'missing', ip6_tables: 'loaded' }),
    ['legacyIptables'],
    'Unknown',
    'BackendUndecided',
  ),
  backend(
    'ip6_tables loaded without tables, and ip_tables unknown',
    modulesWith({ ip_tables: 'unknown', ip6_tables: 'loaded' }),
    [],
    'Unknown',
    'BackendUndecided',
  ),
  backend(
    'ip_tables not there and ip6_tables unknown',
    modulesWith({ ip_tables: 'missing', ip6_tables: 'unknown' }),
    [],
    'Unknown',
    'BackendUndecided',
  ),
  backend(
    'legacy tables and nft_compat built in',
    { ...legacyTables, ...modulesWith({ nft_compat: 'built-in' }) },
    [],
    'Unknown',
    'BackendUndecided',
  ),
  backend('legacy tables unseen', {}, ['legacyIptables'], 'Unknown', 'BackendUndecided'),
  backend(
    'ip_tables not loaded',
    modulesWith({ ip_tables: 'loadable', ip6_tables: 'loadable' }),
    ['legacyIptables'],
    'Pass',
    'LegacyNotInUse',
  ),
  backend(
    'ip_tables not there',
    modulesWith({ ip_tables: 'missing', ip6_tables: 'missing' }),
    ['legacyIptables', 'modprobePath'],
    'Pass',
    'LegacyNotInUse',
  ),
  backend('ip_tables unknown', modulesWith({ ip_tables: 'unknown' }), [], 'Unknown', 'BackendUndecided'),
  backend(
    'ip_tables not loaded and an unusual modprobe',
    { modprobePath: '/usr/bin/modprobe', ...modulesWith({ ip_tables: 'loadable' }) },
    [],
    'Warn',
    'LegacyCanNotLoad',
  ),
  backend(
    'ip_tables not loaded and no modprobe',
    { modprobePath: '', ...modulesWith({ ip_tables: 'loadable' }) },
    [],
    'Warn',
    'LegacyCanNotLoad',
  ),
  backend(
    'ip_tables loaded at the next boot, and an unusual modprobe',
    {
      modprobePath: '/usr/bin/modprobe',
      moduleLoading: { program: 'runs', atBoot: ['ip_tables'] },
      ...modulesWith({ ip_tables: 'loadable' }),
    },
    [],
    'Pass',
    'LegacyNotInUse',
  ),
  backend(
    'ip_tables not loaded and modprobe unseen',
    modulesWith({ ip_tables: 'loadable' }),
    ['modprobePath'],
    'Unknown',
    'BackendUndecided',
  ),
  backend(
    'an unusual modprobe does not matter for a loaded ip_tables',
    { modprobePath: '/usr/bin/modprobe' },
    [],
    'Pass',
    'LegacyNotInUse',
  ),
  {
    ...backend('the data plane is nftables', legacyTables, [], 'NotApplicable', 'NotApplicable'),
    profile: { dataplane: 'Nftables' },
  },
];

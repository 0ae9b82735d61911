import { kernelModuleEntry } from '../../derived/kernel-module-table';
import { dataplanes } from '../../model/profile-choices';
import { requirementIds } from '../../model/requirement-id';
import { modulesOfRequirement } from './modules-of-requirement';

describe('modulesOfRequirement', () => {
  it.each([
    ['match-set', ['xt_set']],
    ['match-icmp', ['ip_tables', 'xt_tcpudp']],
    ['ip-sets', ['ip_set', 'ip_set_hash_ip', 'ip_set_hash_net', 'ip_set_hash_ipport']],
    ['target-log', ['xt_LOG', 'nf_log_syslog', 'nf_log_ipv4']],
    ['firewalld-disabled', []],
    ['of-a-later-catalogue', []],
  ])('of %s', (id, modules) => expect(modulesOfRequirement(id)).toEqual(modules));

  it('hangs on the profile', () => {
    expect(modulesOfRequirement('match-conntrack', { dataplane: 'Nftables', ipFamilies: ['IPv4'] })).toEqual([
      'nft_ct',
    ]);
  });

  it('names only modules that the agent looks for', () => {
    const named = dataplanes.flatMap((dataplane) =>
      requirementIds.flatMap((id) => modulesOfRequirement(id, { dataplane, ipFamilies: ['IPv4', 'IPv6'] })),
    );
    expect(named.filter((name) => kernelModuleEntry(name) === undefined)).toEqual([]);
  });
});

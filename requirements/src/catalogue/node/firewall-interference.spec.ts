import { watchedUnits } from '../../derived/firewall-units';
import { firewallInterference, interferenceOfFinding } from './firewall-interference';
import type { NamingFinding } from './firewall-interference';

const failed: NamingFinding = {
  requirement: 'iptables-managers-disabled',
  verdict: 'Fail',
  observed: 'nftables.service: active, enabled; lfd.service: active, enabled, no csf.disable',
};

describe('the table of what firewall managers break', () => {
  it('has every watched unit once', () => {
    expect(firewallInterference.flatMap(({ units }) => units).sort()).toEqual([...watchedUnits].sort());
  });

  it.each<[string, NamingFinding, string[]]>([
    ['of every unit that a failed finding names', failed, ['nftables.service', 'lfd.service']],
    [
      'of firewalld',
      { requirement: 'firewalld-disabled', verdict: 'Fail', observed: 'firewalld.service: active, enabled' },
      ['firewalld.service'],
    ],
    [
      'of Docker where it is a warning',
      { ...failed, verdict: 'Warn', observed: 'docker.service: active, enabled' },
      ['docker.service'],
    ],
    ['of nothing where the finding is met', { ...failed, verdict: 'Pass' }, []],
    ['of nothing where it is unknown', { ...failed, verdict: 'Unknown' }, []],
    ['of nothing for another requirement', { ...failed, requirement: 'match-set' }, []],
    [
      'of nothing for a name that is only part of a text',
      { ...failed, observed: 'constructor: x; my nftables.service: active' },
      [],
    ],
  ])('tells %s', (_, finding, units) => {
    expect(interferenceOfFinding(finding).flatMap((row) => row.units)).toEqual(units);
  });
});

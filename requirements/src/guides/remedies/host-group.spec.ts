import { declareProfile } from '../../model/declare-profile';
import { profileValues } from '../../model/cluster-profile';
import { stockHost, stockValues } from '../../../test/stock-host';
import { firewalldGuide } from '../firewall/firewalld-guide';
import { noSituation } from '../guide-situation';
import { networkManagerGuide } from '../network-managers/networkmanager-guide';
import { portsGuide } from '../ports/ports-guide';
import { exampleGroups, hostGroups, mostHosts } from './host-group';

const profile = profileValues(declareProfile({}, 'a test'));
const working = { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true } as const;
const node = (name: string, ...units: readonly string[]) => ({
  name,
  facts: stockHost({
    services: { ...stockValues.services, ...Object.fromEntries(units.map((unit) => [unit, working])) },
  }),
  profile,
  requirements: ['firewalld-disabled', 'iptables-managers-disabled'],
});

describe('the hosts of a playbook or script', () => {
  it('are grouped by what each needs itself', () => {
    const nodes = [node('c', 'nftables.service'), node('b', 'firewalld.service'), node('a', 'firewalld.service')];

    expect(hostGroups(firewalldGuide, nodes)).toEqual({
      groups: [
        { hosts: ['a', 'b'], change: { files: [], maskedUnits: ['firewalld.service'] } },
        { hosts: ['c'], change: { files: [], maskedUnits: ['nftables.service'] } },
      ],
      leftOut: 0,
    });
  });

  it.each(['a b', "a'; reboot; '", '{{ x }}', 'A', '', '-a', 'a\nb', '*', '$(reboot)'])(
    'have no name but one that Kubernetes accepts: %j is left out and counted',
    (name) => {
      expect(hostGroups(firewalldGuide, [node(name, 'firewalld.service')])).toEqual({ groups: [], leftOut: 1 });
    },
  );

  it('are bounded, and those beyond are counted', () => {
    const nodes = Array.from({ length: mostHosts + 3 }, (_, number) => node(`n${String(number)}`, 'ufw.service'));
    const { groups, leftOut } = hostGroups(firewalldGuide, nodes);

    expect([groups.flatMap(({ hosts }) => hosts).length, leftOut]).toEqual([mostHosts, 3]);
  });

  it('get the file of systemd-networkd where that takes the interfaces, and no other then', () => {
    const networkd = { ...noSituation, networkdTakes: true };
    const paths = (takes: boolean) =>
      exampleGroups(networkManagerGuide, { ...networkd, networkManagerTakes: takes }).groups.flatMap(({ change }) =>
        change.files.map(({ path }) => path),
      );

    expect(paths(false)).toEqual(['/etc/systemd/network/05-calico.network']);
    expect(paths(true)).toEqual(['/etc/NetworkManager/conf.d/calico.conf', '/etc/systemd/network/05-calico.network']);
  });

  it('are none where no file and no unit helps', () => {
    expect(exampleGroups(portsGuide, noSituation).groups).toEqual([]);
  });
});

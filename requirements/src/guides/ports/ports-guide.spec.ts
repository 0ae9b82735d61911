import { defaultProfileValues } from '../../model/profile-defaults';
import { inEnglish } from '../../model/message';
import type { ProfileValues } from '../../model/profile-values';
import type { GuideSituation } from '../guide-situation';
import { noSituation } from '../guide-situation';
import { portsGuide } from './ports-guide';
import { trafficName, trafficOf } from './profile-traffic';

const profile = (changed: Partial<ProfileValues>): ProfileValues => ({ ...defaultProfileValues, ...changed });
const vxlan = profile({
  encapsulation: ['VXLAN'],
  bgp: false,
  typha: true,
  ports: { ...defaultProfileValues.ports, vxlan: 8472 },
});
const situation = (changed: Partial<GuideSituation>): GuideSituation => ({
  ...noSituation,
  traffic: trafficOf([vxlan]),
  ...changed,
});
const stepsOf = (of: GuideSituation) => portsGuide.instructions('rhel', of);
const textOf = (of: GuideSituation) =>
  stepsOf(of)
    .map(({ text }) => inEnglish(text))
    .join('\n');
const commandsOf = (of: GuideSituation) => stepsOf(of).flatMap(({ commands = [] }) => commands);

describe('the traffic of a profile', () => {
  it.each<[string, Partial<ProfileValues>, readonly string[]]>([
    ['BGP alone', { bgp: true, encapsulation: [], typha: false }, ['TCP 179 (BGP)']],
    [
      'a tunnel and Typha',
      { bgp: false, encapsulation: ['IPIP'], typha: true },
      ['IP protocol 4 (IP-in-IP)', 'TCP 5473 (Typha)'],
    ],
    [
      'WireGuard of both families',
      { bgp: false, encapsulation: [], typha: false, wireguard: true, ipFamilies: ['IPv4', 'IPv6'] },
      ['UDP 51820 (WireGuard)', 'UDP 51821 (WireGuard)'],
    ],
  ])('is that of %s', (_what, changed, expected) => {
    expect(trafficOf([profile(changed), profile(changed)]).map(trafficName)).toEqual(expected);
  });
});

describe('the guide for ports', () => {
  it('names the exact ports of the affected nodes, and every port where they are not known', () => {
    expect(textOf(situation({}))).toContain('uses UDP 8472 (VXLAN), TCP 5473 (Typha).');
    expect(textOf(noSituation)).toContain('TCP 179 for BGP');
  });

  it('gives the commands of clouds these ports, and no others', () => {
    const commands = commandsOf(situation({}));
    for (const expected of [
      'aws ec2 authorize-security-group-ingress --group-id "$TO" --ip-permissions "IpProtocol=udp,FromPort=8472,ToPort=8472,UserIdGroupPairs=[{GroupId=$FROM}]"',
      'gcloud compute firewall-rules create calico --network "$NETWORK" --source-tags "$TAG" --target-tags "$TAG" --allow udp:8472,tcp:5473',
      'openstack security group rule create --ingress --protocol udp --dst-port 8472 --remote-group "$GROUP" "$GROUP"',
    ])
      expect(commands).toContain(expected);
    expect(commands.filter((command) => /\b(179|4789|51820)\b|IpProtocol=4/.test(command))).toEqual([]);
  });

  it('opens IP-in-IP by its number, and never in Azure, which drops it', () => {
    const ipip = situation({ traffic: trafficOf([profile({ encapsulation: ['IPIP'], bgp: false, typha: false })]) });
    expect(commandsOf(ipip).filter((command) => /IpProtocol=4,|--allow 4$|--protocol 4 /.test(command))).toHaveLength(
      3,
    );
    expect(commandsOf(ipip).filter((command) => command.startsWith('az network'))).toEqual([]);
  });

  it('speaks of one cloud where all affected nodes are in it', () => {
    expect(textOf(situation({ cloud: 'azure' }))).not.toMatch(/AWS|Google Cloud|OpenStack|vSphere/);
    expect(textOf(situation({ cloud: 'other' }))).not.toContain('Azure');
    expect(textOf(noSituation)).toMatch(/AWS[^]*Azure[^]*Google Cloud[^]*vSphere[^]*OpenStack/);
  });

  it('warns of NSX only where VXLAN is used', () => {
    const bgp = situation({ traffic: trafficOf([profile({ encapsulation: [], bgp: true })]) });
    expect(textOf(situation({}))).toContain('NSX');
    expect(textOf(bgp)).not.toContain('NSX');
  });
});

import { parseUdevRules } from '../../parsers/udev-rules';
import { calicoDevices } from '../calico-devices';
import type { Answer } from '../three-valued';
import { isUnmanagedByUdev } from './udev-unmanaged';

/** The rules of NetworkManager's 85-nm-unmanaged.rules that could concern a virtual link. */
const stock = `
SUBSYSTEM!="net", GOTO="nm_unmanaged_end"
ACTION!="add|change|move", GOTO="nm_unmanaged_end"
ENV{INTERFACE}=="vboxnet[0-9]*", ENV{NM_UNMANAGED}="1"
ATTR{address}=="00:50:56:*", ENV{INTERFACE}=="vmnet[0-9]*", ENV{NM_UNMANAGED}="1"
ENV{ID_NET_DRIVER}=="veth", ENV{INTERFACE}!="eth[0-9]*", ENV{NM_UNMANAGED}="1"
ENV{DEVTYPE}=="gadget", ENV{NM_UNMANAGED}="1"
LABEL="nm_unmanaged_end"
`;

describe('udev rules for a pod interface, tunl0, vxlan.calico and wireguard.cali', () => {
  it.each<[string, readonly string[], readonly Answer[]]>([
    ['there are none', [], [false, false, false, false]],
    ['only the stock ones are there', [stock], [true, false, false, false]],
    ['one names an interface', [stock, 'KERNEL=="tunl*", ENV{NM_UNMANAGED}="1"'], [true, true, false, false]],
    [
      'one has alternatives',
      ['ENV{INTERFACE}=="tunl0|vxlan.calico", ENV{NM_UNMANAGED}="1"'],
      [false, true, true, false],
    ],
    [
      'a later one takes it back',
      [stock, 'ENV{INTERFACE}=="cali*", ENV{NM_UNMANAGED}="0"'],
      [false, false, false, false],
    ],
    ['one is about another subsystem', ['SUBSYSTEM=="block", ENV{NM_UNMANAGED}="1"'], [false, false, false, false]],
    ['one only asks', ['ENV{NM_UNMANAGED}=="1", RUN+="/bin/true"'], [false, false, false, false]],
    [
      'one depends on the hardware address',
      ['SUBSYSTEM=="net", ATTR{address}=="ee:ee:*", ENV{NM_UNMANAGED}="1"'],
      [null, null, null, null],
    ],
    [
      'one repeats what is certain',
      [stock, 'KERNEL=="cali*", ATTR{mtu}=="1500", ENV{NM_UNMANAGED}="1"'],
      [true, false, false, false],
    ],
    [
      'a jump passes it over',
      ['KERNEL=="tunl0", GOTO="end"\nENV{NM_UNMANAGED}="1"\nLABEL="end"'],
      [true, false, true, true],
    ],
    [
      'an unknown jump may pass it over',
      ['ATTR{mtu}=="1", GOTO="end"\nENV{NM_UNMANAGED}="1"\nLABEL="end"'],
      [null, null, null, null],
    ],
    [
      'another manager is named',
      ['KERNEL=="vxlan*", ENV{ID_NET_MANAGED_BY}="io.systemd.Network"'],
      [false, false, null, false],
    ],
  ])('when %s', (_, files, expected) => {
    const rules = files.map((text) => ({ rules: parseUdevRules(text), knowsDriver: true }));
    const devices = (['cali*', 'tunl0', 'vxlan.calico', 'wireguard.cali'] as const).map(
      (name) => calicoDevices[name][0]!,
    );
    expect(devices.map((device) => isUnmanagedByUdev(rules, device))).toEqual(expected);
  });

  it.each<[Answer, Answer]>([
    [true, true],
    [false, false],
    [null, null],
  ])('is of use by the driver when that is known: %s', (knowsDriver, expected) => {
    expect(isUnmanagedByUdev([{ rules: parseUdevRules(stock), knowsDriver }], calicoDevices['cali*'][0]!)).toBe(
      expected,
    );
  });
});

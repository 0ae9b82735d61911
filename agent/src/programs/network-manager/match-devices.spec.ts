import * as fc from 'fast-check';
import { splitMatchSpecs } from '../../parsers/match-spec';
import { calicoDevices } from '../calico-devices';
import { matchDevice } from './match-devices';
import type { Answer } from '../three-valued';

const [pod] = calicoDevices['cali*'];
const [tunnel] = calicoDevices.tunl0;
const [vxlan] = calicoDevices['vxlan.calico'];
const [wireguard] = calicoDevices['wireguard.cali'];

const answers = (list: string) =>
  [pod, tunnel, vxlan, wireguard].map((device) => matchDevice(splitMatchSpecs(list), device!));

describe('a device list against a pod interface, tunl0, vxlan.calico and wireguard.cali', () => {
  it.each<[string, string, readonly Answer[]]>([
    ['is empty', '', [false, false, false, false]],
    ['is a star', '*', [true, true, true, true]],
    ['has patterns', 'interface-name:cali*;interface-name:tunl*', [true, true, false, false]],
    ['has a pattern with a tilde', 'interface-name:~vxlan?calico', [false, false, true, false]],
    ['has a literal name', 'interface-name:=vxlan.calico', [false, false, true, false]],
    ['has a pattern that is meant literally', 'interface-name:=vxlan*', [false, false, false, false]],
    ['has brackets, which are no range', 'interface-name:tunl[0-9]', [false, false, false, false]],
    ['has a blank behind the tag', 'interface-name: tunl0', [false, false, false, false]],
    ['has tags in capitals', 'INTERFACE-NAME:tunl0', [false, true, false, false]],
    ['has a plain name', 'tunl0', [false, true, false, false]],
    ['has a plain name with a star', 'tunl*', [false, false, false, false]],
    ['has a driver', 'driver:veth', [true, false, false, false]],
    ['has a driver in capitals', 'driver:VETH', [false, false, false, false]],
    ['has a driver with a star', 'driver:v*', [false, false, false, false]],
    ['has a driver of any version', 'driver:veth/*', [true, false, false, false]],
    ['has the start of a driver and any version', 'driver:v/*', [true, false, true, false]],
    ['has a driver of one version', 'driver:vxlan/0.1', [false, false, null, false]],
    ['has the type ethernet', 'type:ethernet', [true, false, false, false]],
    ['has the type veth, which there is not', 'type:veth', [false, false, false, false]],
    ['has tunnel types', 'type:iptunnel,type:vxlan,type:wireguard', [false, true, true, true]],
    ['has a type with a star', 'type:ip*', [false, false, false, false]],
    ['has a hardware address', 'mac:ee:ee:ee:ee:ee:ee;ee:ee:ee:ee:ee:ee', [false, false, false, false]],
    ['has a subchannel', 's390-subchannels:0.0.f000', [false, false, false, false]],
    ['depends on the DHCP client', 'dhcp-plugin:internal', [null, null, null, null]],
    ['has an unknown tag', 'name:tunl0', [false, false, false, false]],
    ['excepts one of all', '*;except:interface-name:tunl0', [true, false, true, true]],
    ['excepts before it includes', 'except:driver:veth,*', [false, true, true, true]],
    ['has nothing but an exception', 'except:interface-name:tunl0', [true, false, true, true]],
    ['excepts a plain name, which excepts nothing', 'except:tunl0', [true, true, true, true]],
    ['excepts a plain name of a positive list', 'tunl0;except:tunl0', [false, true, false, false]],
    ['excepts an exception, which excepts nothing', 'except:except:interface-name:tunl0', [true, true, true, true]],
    ['excepts what cannot be known', '*;except:dhcp-plugin:internal', [null, null, null, null]],
  ])('that %s: %s', (_, list, expected) => {
    expect(answers(list)).toEqual(expected);
  });

  const spec = fc.oneof(
    fc.constantFrom(
      '*',
      'tunl0',
      'interface-name:cali*',
      'driver:veth',
      'type:vxlan',
      'driver:vxlan/9',
      'mac:00:11:22:33:44:55',
    ),
    fc.stringMatching(/^[a-z:*?~=-]{1,12}$/),
  );
  const specs = fc.array(
    fc.tuple(fc.constantFrom('', 'except:'), spec).map((parts) => parts.join('')),
    { maxLength: 6 },
  );

  it('does not depend on the order of its items', () => {
    fc.assert(
      fc.property(specs, (list) => {
        expect(answers([...list].reverse().join(';'))).toEqual(answers(list.join(';')));
      }),
    );
  });

  it('does not gain by one more exception when it has a positive item', () => {
    fc.assert(
      fc.property(specs, spec, (list, exception) => {
        const before = answers(['mac:', ...list].join(';'));
        const after = answers(['mac:', ...list, `except:${exception}`].join(';'));
        expect(after.every((answer, index) => answer !== true || before[index] === true)).toBe(true);
      }),
    );
  });
});

describe('the sample of pod interfaces', () => {
  it('consists of distinct names as Calico makes them', () => {
    const names = calicoDevices['cali*'].map(({ name }) => name);
    expect(new Set(names).size).toBe(16);
    expect(names.filter((name) => !/^cali[0-9a-f]{11}$/.test(name))).toEqual([]);
  });
});

import type { Row } from './guest-network-manager-settings';
import { calico, documented, every, later, withoutRule } from './guest-network-manager-settings';

/** What administrators write into NetworkManager's files in place of it. */
export const configurationRows: readonly Row[] = [
  ['[device] managed=0 alone', calico('[device]', 'managed=0')],
  [
    '[device] managed=1 against the udev rule',
    calico('[device-pods]', 'match-device=interface-name:cali*', 'managed=1'),
  ],
  ['managed=1 against the list', { ...documented, ...later('[device-all]', 'managed=1') }],
  [
    'an except: in the list',
    calico('[keyfile]', 'unmanaged-devices=*;except:interface-name:tunl0;except:type:wireguard'),
  ],
  ['a list of exceptions', calico('[keyfile]', 'unmanaged-devices=except:interface-name:vxlan.calico')],
  ['except: without a tag', calico('[keyfile]', 'unmanaged-devices=except:tunl0')],
  [
    'except: in match-device',
    calico('[device-x]', 'match-device=interface-name:*cali*;except:interface-name:vxlan*', 'managed=0'),
  ],
  ['driver:ipip and driver:vxlan', calico('[keyfile]', 'unmanaged-devices=driver:ipip;driver:vxlan')],
  [
    'driver:wireguard and driver:veth',
    { ...withoutRule, ...calico('[device-x]', 'match-device=driver:wireguard;driver:veth', 'managed=0') },
  ],
  ['driver: with a pattern', calico('[keyfile]', 'unmanaged-devices=driver:ip*;driver:vxlan/*;DRIVER:wireguard')],
  ['type:iptunnel', calico('[keyfile]', 'unmanaged-devices=type:iptunnel')],
  [
    'type:ip-tunnel and type:veth',
    { ...withoutRule, ...calico('[keyfile]', 'unmanaged-devices=type:ip-tunnel;type:veth') },
  ],
  ['type:vxlan', calico('[keyfile]', 'unmanaged-devices=type:vxlan')],
  [
    'type:wireguard and type:ethernet',
    { ...withoutRule, ...calico('[keyfile]', 'unmanaged-devices=type:wireguard;type:ethernet') },
  ],
  ['plain names', calico('[keyfile]', 'unmanaged-devices=tunl0;vxlan.calico,cali*; wireguard.cali ')],
  [
    'a pattern that is too narrow',
    {
      ...withoutRule,
      ...calico('[keyfile]', 'unmanaged-devices=interface-name:cali0*;interface-name:=tunl0;interface-name:~v*.calico'),
    },
  ],
  [
    'invalid booleans',
    calico(
      '[device-a]',
      'match-device=interface-name:cali*',
      'managed=n',
      '[device-b]',
      'match-device=type:vxlan',
      'managed=',
      '[device-c]',
      'match-device=interface-name:tunl0',
      'managed= No ',
    ),
  ],
  [
    'stop-match',
    {
      ...calico('[device-a]', 'match-device=type:vxlan', 'managed=0'),
      ...later('[device-b]', 'match-device=interface-name:vxlan.calico', 'stop-match=yes'),
    },
  ],
  ['an empty match-device', calico('[device-a]', 'match-device=', 'managed=0')],
  [
    'two lists, of which the later one counts',
    { ...documented, ...later('[keyfile]', 'unmanaged-devices=interface-name:eth*') },
  ],
  ['two lists, added', { ...documented, ...later('[keyfile]', 'unmanaged-devices+=interface-name:eth*') }],
  ['the list taken apart', { ...documented, ...later('[keyfile]', 'unmanaged-devices-=interface-name:tunl*') }],
  ['a list below [main]', calico('[main]', `unmanaged-devices=${every}`)],
  ['no-auto-default and no list', calico('[main]', 'no-auto-default=*', 'plugins=keyfile')],
  ['a disabled file', calico('[.config]', 'enable=no', '[keyfile]', `unmanaged-devices=${every}`)],
  ['a file that is refused', calico('[keyfile]', `unmanaged-devices=${every}`, 'nonsense')],
  [
    'the vendor’s file hidden',
    { 'usr/lib/NetworkManager/conf.d/calico.conf': `[keyfile]\nunmanaged-devices=${every}\n`, ...calico('') },
  ],
  ['the vendor’s file', { 'usr/lib/NetworkManager/conf.d/calico.conf': `[keyfile]\nunmanaged-devices=${every}\n` }],
];

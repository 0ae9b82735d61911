import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { HostTree } from '../../test/temporary-host';
import { generatedConfigurationArbitrary } from '../network-manager/generated-network-manager-files';
import type { NetworkManagerCase } from './guest-network-manager-script';

const snippet = (name: string): string => `etc/NetworkManager/conf.d/${name}.conf`;
const calico = (...lines: readonly string[]): HostTree => ({
  [snippet('calico')]: lines.map((line) => `${line}\n`).join(''),
});
const later = (...lines: readonly string[]): HostTree => ({
  [snippet('zz')]: lines.map((line) => `${line}\n`).join(''),
});

const tunnels =
  'interface-name:tunl*;interface-name:vxlan.calico;interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali';
const every = `interface-name:cali*;${tunnels}`;
const documented = calico('[keyfile]', `unmanaged-devices=${every}`);

/** What OpenShift writes on every node. */
const openShift: HostTree = {
  [snippet('sdn')]: readFileSync(
    join(import.meta.dirname, '../../fixtures/hosts/rhcos-4.20/root', snippet('sdn')),
    'utf8',
  ),
};

const udev = '85-nm-unmanaged.rules';
/** A file of the same name in /etc takes the place of NetworkManager's own rules. */
const withoutRule: HostTree = { [`etc/udev/rules.d/${udev}`]: { linkTo: '/dev/null' } };
const rule = (name: string, ...lines: readonly string[]): HostTree => ({
  [`etc/udev/rules.d/${name}.rules`]: lines.map((line) => `${line}\n`).join(''),
});

type Row = readonly [name: string, files: HostTree, devices?: 'after'];

const rows: readonly Row[] = [
  ['stock', {}],
  ['stock, devices made later', {}, 'after'],
  ['documented', documented],
  ['documented, devices made later', documented, 'after'],
  ['OpenShift', openShift],
  ['OpenShift, devices made later', openShift, 'after'],
  ['OpenShift and documented', { ...openShift, ...documented }],
  [
    'OpenShift and [device], which is lost',
    { ...openShift, ...calico('[device]', `match-device=${every}`, 'managed=0') },
  ],
  [
    'OpenShift and [device-calico]',
    { ...openShift, ...calico('[device-calico]', `match-device=${every}`, 'managed=0') },
  ],
  [
    'OpenShift and a later [device]',
    { ...openShift, ...withoutRule, ...later('[device]', `match-device=${tunnels}`, 'managed=0') },
  ],
  ['OpenShift and match-device+=', { ...openShift, ...later('[device]', `match-device+=${tunnels}`) }],
  ['OpenShift, without the udev rule', { ...openShift, ...withoutRule }],
  ['without the udev rule', withoutRule],
  ['without the udev rule, devices made later', withoutRule, 'after'],
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
  [
    'udev rules for the tunnels',
    rule(
      '90-calico',
      'SUBSYSTEM=="net", ENV{INTERFACE}=="tunl0|vxlan*.calico", ENV{NM_UNMANAGED}="1"',
      'SUBSYSTEM=="net", ENV{DEVTYPE}=="wireguard", ENV{NM_UNMANAGED}="yes"',
    ),
  ],
  [
    'udev rules that give pods back',
    rule(
      '90-calico',
      'SUBSYSTEM!="net", GOTO="end"',
      'KERNEL=="cali[0-9]*", ENV{ID_NET_DRIVER}=="veth", ENV{NM_UNMANAGED}="0"',
      'LABEL="end"',
    ),
  ],
  [
    'a udev rule before the driver is known',
    rule('10-calico', 'ACTION=="add", SUBSYSTEM=="net", ENV{ID_NET_DRIVER}=="vxlan", ENV{NM_UNMANAGED}="1"'),
  ],
  [
    'udev does not ask for the driver',
    { 'etc/udev/rules.d/80-net-setup-link.rules': { linkTo: '/dev/null' }, 'etc/udev/rules.d/84-nm-drivers.rules': '' },
  ],
  [
    'udev rules that are quoted and separated badly',
    rule(
      '90-calico',
      'SUBSYSTEM=="net", KERNEL=="tunl0", ENV{NM_UNMANAGED}=1',
      'SUBSYSTEM=="net" KERNEL=="wg*" ENV{NM_UNMANAGED}="1"',
      'subsystem=="net", KERNEL=="vxlan*", ENV{NM_UNMANAGED}="1"',
    ),
  ],
  [
    'a udev rule about the hardware',
    rule('90-calico', 'SUBSYSTEM=="net", KERNEL!="lo|eth*|en*", DRIVERS=="?*", ENV{NM_UNMANAGED}="1"'),
  ],
];

/** Written by hand: what documents say, what administrators write in place of it, and what OpenShift brings. */
export const networkManagerCases: readonly NetworkManagerCase[] = rows.map(([name, files, devices]) => ({
  name,
  files,
  devices: devices ?? 'before',
}));

/** Files that only look odd; the internal one is the daemon's own and left out. */
export const generatedNetworkManagerCases = (count: number): readonly NetworkManagerCase[] =>
  fc
    .sample(generatedConfigurationArbitrary, { seed: 20250311, numRuns: count })
    .map((files, index) => ({ name: `generated ${index}`, files, devices: 'before' }));

import { nameFromBytes } from '../../src/host/file-name';

const names = [
  '*',
  '*',
  'cali*',
  'c?li*',
  '!cali*',
  '! cali*',
  'en* eth*',
  '!en* eth*',
  'cali[0-9]*',
  'cali[!1-9]*',
  'tunl0 vxlan.calico',
  'tunl*',
  '!tunl0 w*',
  'vxlan*',
  'w*',
  '*.cali*',
  'all',
  'all vxlan*',
  'default',
  '123',
  'x:y',
  'a/b tunl0',
  '!a !tunl0',
  '.',
  '"cali*"',
  'cal\\i*',
  'TUNL0',
  '?????',
];
const addresses = [
  'ee:ee:ee:ee:ee:ee',
  'EE-EE-EE-EE-EE-EE',
  'eeee.eeee.eeee',
  '52:54:00:12:34:56',
  '52:54:00:12:34:56 ee:ee:ee:ee:ee:ee',
  'nonsense',
];
/** What every machine's kernel was started with, and what none was; `!` inverts. */
const conditions = ['no-such-parameter', '!no-such-parameter', '! no-such-parameter=1', 'no-such-parameter=1'];

/** Keys of [Match] with values. Those that hang on the machine are unknown, and are there to stand beside others. */
export const matches: readonly (readonly [weight: number, key: string, values: readonly string[]])[] = [
  [12, 'Name', names],
  [
    4,
    'Type',
    ['ether', 'vxlan', '!loopback bridge tunnel vxlan', '!ether', 'vxlan wireguard', '*', 'e*', 'Ether', '"ether"'],
  ],
  [3, 'Kind', ['*', '!*', 'veth', 'vxlan', '!veth', 'v*', 'bridge']],
  [3, 'Driver', ['veth', '!veth', 'virtio_net', 'v*', '!v* x', 'vxlan dummy']],
  [2, 'MACAddress', addresses],
  [1, 'PermanentMACAddress', addresses],
  [1, 'Path', ['pci-*', '*', '!pci-*']],
  [2, 'KernelCommandLine', conditions],
  [1, 'WLANInterfaceType', ['station', '!station']],
  [1, 'SSID', ['x', '!x']],
  [1, 'BSSID', addresses],
  [1, 'Virtualization', ['vmware', '!vmware']],
  [1, 'Host', ['no-such-host']],
  [1, 'Property', ['ID_NET_DRIVER=veth', '!ID_NET_DRIVER=veth', 'NO_SUCH=1']],
  [1, 'Future', ['x']],
];

/** Lines among those of [Match] that networkd leaves out, or that look so. */
export const oddLines = [
  'nonsense',
  '=x',
  '# c',
  '; Name=*',
  'name=*',
  ' Name = * ',
  'Name=cali* \\\n vxlan*',
  'Name=nothing \\\n# c\n tunl0',
  '[X]',
  '[X]\nName=*\n[Match]',
  '[Match] ',
  '[match]',
  '',
];
/** Lines of [Link]. */
export const linkLines = [
  'Unmanaged=yes',
  'Unmanaged=yes',
  'Unmanaged=no',
  'Unmanaged=1',
  'Unmanaged=ON',
  'Unmanaged=maybe',
  'Unmanaged=',
  'ActivationPolicy=manual',
  'unmanaged=yes',
];

/** Names of files and drop-ins, and of what is neither. */
export const fileNames = [
  '05-calico.network',
  '10-a.network',
  '20-b.network',
  '99-z.network',
  'Z.network',
  'é.network',
  nameFromBytes(Buffer.from('\xe9.network', 'latin1')),
  '.hidden.network',
  'readme.txt',
  '10-a.network.d/x.conf',
  '10-a.network.d/y.conf',
  '20-b.network.d/x.conf',
];

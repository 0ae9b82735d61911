import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';

/** Files of networkd by their path on the host: a text, or where a link leads. */
export type GeneratedNetworkFiles = Readonly<Record<string, string | { readonly linkTo: string }>>;

export const networkDirectories = [
  'etc/systemd/network',
  'run/systemd/network',
  'usr/local/lib/systemd/network',
  'usr/lib/systemd/network',
] as const;

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

/** Keys of [Match] with values. Those that hang on the machine are undecided, and are there to stand beside others. */
const matches: readonly (readonly [weight: number, key: string, values: readonly string[]])[] = [
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

const match = fc.oneof(
  ...matches.map(([weight, key, values]) => ({
    weight,
    arbitrary: fc
      .tuple(fc.constantFrom(...values, ...values, ''), fc.constantFrom('=', '=', '=', ' = ', '= '))
      .map(([value, separator]) => `${key}${separator}${value}`),
  })),
);

const odd = [
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
const link = [
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

const text = fc
  .record({
    lines: fc.array(match, { minLength: 0, maxLength: 3 }),
    odd: fc.option(fc.constantFrom(...odd), { freq: 4 }),
    link: fc.option(fc.array(fc.constantFrom(...link), { minLength: 1, maxLength: 2 }), { freq: 1 }),
    first: fc.boolean(),
    newline: fc.constantFrom('\n', '\n', '\n', '\r\n'),
    open: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ lines, odd: more, link: settings, first, newline, open }) => {
    const section = ['[Match]', ...lines, ...(more === null ? [] : [more])];
    const unmanaged = settings === null ? [] : ['[Link]', ...settings];
    const broken = open === 0 ? ['[Match'] : [];
    return [
      ...(first ? [...unmanaged, ...section] : [...section, ...unmanaged]),
      ...broken,
      '[Network]',
      'DHCP=no',
      'LinkLocalAddressing=no',
      '',
    ].join(newline);
  });

const entry = fc.oneof(
  { weight: 12, arbitrary: text },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom({ linkTo: '/dev/null' }, { linkTo: '/no/such/file' }) },
);

const fileNames = [
  '05-calico.network',
  '10-a.network',
  '20-b.network',
  '99-z.network',
  'Z.network',
  'é.network',
  '.hidden.network',
  'readme.txt',
  '10-a.network.d/x.conf',
  '10-a.network.d/y.conf',
  '20-b.network.d/x.conf',
];
const paths = networkDirectories.flatMap((directory) => fileNames.map((name) => `${directory}/${name}`));

/** Configurations of networkd: files in all directories, with drop-ins, masks and shadows. */
export const generatedNetworkFilesArbitrary: fc.Arbitrary<GeneratedNetworkFiles> = fc
  .tuple(fc.subarray([...paths], { minLength: 1, maxLength: 7 }), fc.array(entry, { minLength: 7, maxLength: 7 }))
  .map(([chosen, entries]) => Object.fromEntries(chosen.map((path, index) => [path, entries[index] ?? ''])));

/** Writes the files below a root that has all of networkd's directories. */
export function writeNetworkFiles(root: string, files: GeneratedNetworkFiles): void {
  for (const directory of networkDirectories) mkdirSync(join(root, directory), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(root, path), content);
    else symlinkSync(content.linkTo, join(root, path));
  }
}

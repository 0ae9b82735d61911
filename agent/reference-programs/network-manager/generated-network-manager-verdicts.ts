import fc from 'fast-check';
import type { GeneratedConfiguration } from './generated-network-manager-files';

/** Items that match some of Calico's interfaces, or nearly do. */
const names = [
  'cali*',
  'cali*',
  'cali0*',
  'cali?d0e1f2a3b*',
  'cali???????????',
  'cal*',
  '~cali*',
  '=cali*',
  'cali[0-9a-f]*',
  'Cali*',
  ' cali*',
  'cali',
  'cali0d0e1f2a3b3',
  'tunl*',
  'tunl*',
  'tunl0',
  '=tunl0',
  '=tunl*',
  '~tunl?',
  'tunl',
  'vxlan.calico',
  'vxlan.calico',
  'vxlan*',
  '*.calico',
  'vxlan?calico',
  '=vxlan.calico',
  'vxlan.calic',
  'vxlan-v6.calico',
  'vxlan-v?.*',
  'wireguard.cali',
  'wg-v6.cali',
  'w*.cali',
  '*.cali',
  '*cali*',
  '*',
  '?*',
  '',
  '~',
  '=',
  '~~cali*',
  '~=tunl0',
  '=~tunl0',
  'cali**',
  '*a*l*i*',
  'cali\\*',
  '\\scali*',
  'cali*\\s',
  'cali* tunl*',
  'tunl\\0',
  'é*',
].map((name) => `interface-name:${name}`);

const others = [
  'driver:veth',
  'driver:veth',
  'driver:vxlan',
  'driver:bridge',
  'driver:ipip',
  'driver:wireguard',
  'driver:VXLAN',
  'driver:v*',
  'driver:v*',
  'driver:*',
  'driver:veth/*',
  'driver:v/*',
  'driver:/*',
  'driver:',
  'driver:vxlan/0.1',
  'driver:vxlan/?.?',
  'type:ethernet',
  'type:vxlan',
  'type:bridge',
  'type:iptunnel',
  'type:wireguard',
  'type:veth',
  'type:VXLAN',
  'type:*',
  'type:',
  'mac:00:11:22:33:44:55',
  'mac:*',
  '*',
  'tunl0',
  'tunl0',
  'vxlan.calico',
  'vxlan.calico',
  'vxlan-v6.calico',
  'vxlan-v6.calico',
  'cali*',
  'cali0123456789a',
  '~tunl0',
  '=tunl0',
  'name:tunl0',
  'interface_name:tunl0',
  'dhcp-plugin:internal',
  'Interface-Name:cali*',
  'TYPE:vxlan',
  'DRIVER:veth',
  'interface-name :cali*',
  's390-subchannels:0.0.f000',
  '00:11:22:33:44:55',
];

const item = fc
  .tuple(
    fc.constantFrom('', '', '', '', 'except:', 'EXCEPT:', 'except:except:', 'except: '),
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...names) }, fc.constantFrom(...others)),
  )
  .map(([except, spec]) => except + spec);

const documented =
  'interface-name:cali*;interface-name:tunl*;interface-name:vxlan.calico;interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali';

const list = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.array(item, { maxLength: 4 }), fc.constantFrom(';', ';', ',', ' , ', ';;'))
      .map(([items, separator]) => items.join(separator)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      documented,
      `${documented};`,
      `"${documented}"`,
      documented.replaceAll(';', ' '),
      documented.replaceAll(';', '\\;'),
      documented.replaceAll(':', ': '),
    ),
  },
);

const boolean = fc.constantFrom(
  '0',
  '0',
  '0',
  '1',
  '1',
  'no',
  'yes',
  'false',
  'true',
  'off',
  'on',
  'False',
  'NO',
  'n',
  'f',
  '2',
  '00',
  '',
  '"0"',
  ' 0',
  '0 ',
  '\\s0',
);

const assigned = (key: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom('=', '=', '=', ' = '), value).map(([sign, text]) => key + sign + text);

/** Null as often as the weight says, against once. */
const seldom = <T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight, arbitrary: fc.constant(null) }, arbitrary);

const keyfile = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: assigned('unmanaged-devices', list) },
      { weight: 2, arbitrary: assigned('unmanaged-devices+', list) },
      assigned('unmanaged-devices-', list),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((lines) => ['[keyfile]', ...lines]);

const device = fc
  .tuple(
    fc.constantFrom(
      '[device]',
      '[device]',
      '[device-calico]',
      '[device-calico]',
      '[device-pods]',
      '[device-tunnels]',
      '[devicefoo]',
      '[device:x]',
      '[Device]',
      '[.intern.device-q]',
    ),
    fc.option(
      fc.oneof(
        { weight: 5, arbitrary: assigned('match-device', list) },
        assigned('match-device+', list),
        assigned('match-device-', list),
      ),
      { freq: 3 },
    ),
    fc.option(assigned('managed', boolean), { freq: 4 }),
    seldom(2, assigned('stop-match', boolean)),
    seldom(5, fc.constantFrom('ignore-carrier=no', 'wifi.backend=iwd', '# managed=0', 'managed+=0')),
  )
  .map(([header, ...lines]) => [header, ...lines.filter((line) => line !== null)]);

const condition = fc.constantFrom(
  'yes',
  'no',
  '0',
  '1',
  'false',
  'n',
  '',
  'nm-version-min:1.20',
  'nm-version-max:1.2',
  'except:nm-version-min:1.20',
  'nm-version:1.x',
  'env:calico',
  'except:env:calico',
  'except:garbage',
  '*',
);

const main = fc.constantFrom(
  ['[main]', 'plugins=keyfile'],
  ['[main]'],
  ['[logging]', 'level=INFO'],
  ['[connection]', 'managed=0', 'match-device=*'],
  ['[main]', 'unmanaged-devices=*'],
  ['[ifupdown]', 'managed=true'],
);

const group = fc.oneof(
  { weight: 5, arbitrary: keyfile },
  { weight: 8, arbitrary: device },
  main,
  assigned('enable', condition).map((line) => ['[.config]', line]),
);

/** Lines that the daemon refuses, and some that only look so. A daemon that refuses a file says nothing of the others. */
const odd = fc.constantFrom(
  'nonsense',
  '[device',
  '; a comment',
  '[device] # pods',
  'managed',
  '  interface-name:tunl*',
  '\ufeff[keyfile]',
  '=1',
  '# a comment',
  '',
  '\t',
  'managed[de]=0',
  'managed =0',
  '# b',
  ' # c',
  '[keyfile]',
  '[device]\t',
  'Managed=0',
  '[device-calico]',
  'managed=0',
);

const file = fc
  .record({
    groups: fc.array(group, { minLength: 1, maxLength: 5 }),
    odd: seldom(8, odd),
    place: fc.integer({ min: 0, max: 4 }),
    newline: fc.constantFrom('\n', '\n', '\n', '\n', '\r\n'),
  })
  .map(({ groups, odd: line, place, newline }): Uint8Array => {
    const lines = groups.flat();
    if (line !== null) lines.splice(place, 0, line);
    return Buffer.from(lines.join(newline) + newline);
  });

/** What OpenShift's machine configuration operator writes, and what Calico's documentation asks for. */
const openShift =
  '[device]\nmatch-device=interface-name:br-int;interface-name:br-local;interface-name:br-nexthop,interface-name:ovn-k8s-*,interface-name:k8s-*;interface-name:tun0;interface-name:br0;driver:veth\nmanaged=0\n';
const known = fc
  .constantFrom(`[keyfile]\nunmanaged-devices=${documented}\n`, openShift, '')
  .map((text): Uint8Array => Buffer.from(text));

const fileNames = ['10-a.conf', '99-x.conf', 'calico.conf', 'sdn.conf', 'no.txt'];
const snippetPaths = ['usr/lib', 'run', 'etc', 'etc'].flatMap((top) =>
  fileNames.map((name) => `${top}/NetworkManager/conf.d/${name}`),
);

/** What the daemon wrote itself. */
const internal = fc
  .tuple(
    fc.constantFrom('.set.unmanaged-devices', '.was.unmanaged-devices', 'unmanaged-devices'),
    list,
    fc.constantFrom('', '[.intern.device-q]\nmanaged=0\n', '[device]\n.set.managed=0\n'),
  )
  .map(([key, value, more]): Uint8Array => Buffer.from(`[keyfile]\n${key}=${value}\n${more}`));

/** Configurations that nearly all start a daemon and that speak of Calico's interfaces, or nearly. */
export const verdictConfigurationArbitrary: fc.Arbitrary<GeneratedConfiguration> = fc
  .tuple(
    fc.subarray([...new Set(snippetPaths)], { minLength: 1, maxLength: 4 }),
    fc.array(fc.oneof({ weight: 7, arbitrary: file }, known), { minLength: 4, maxLength: 4 }),
    fc.option(file, { freq: 2 }),
    seldom(4, internal),
  )
  .map(([paths, files, base, own]) => ({
    ...Object.fromEntries(paths.map((path, index) => [path, files[index] ?? new Uint8Array()])),
    ...(base !== null && { 'etc/NetworkManager/NetworkManager.conf': base }),
    ...(own !== null && { 'var/lib/NetworkManager/NetworkManager-intern.conf': own }),
  }));

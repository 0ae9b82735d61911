import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';

/** Configuration files by their path on the host, as bytes. */
export type GeneratedConfiguration = Readonly<Record<string, Uint8Array>>;

const specs = [
  'interface-name:cali*',
  'interface-name:tunl*',
  'interface-name:vxlan.calico',
  'interface-name:~c?li*',
  'interface-name:=vxlan.calico',
  'type:vxlan',
  'TYPE:wireguard',
  'driver:veth',
  'driver:v*',
  'mac:00:11:22:33:44:55',
  '*',
  'tunl0',
  'except:interface-name:tunl0',
  'except:tunl0',
  'except:',
  '',
  ' ',
  ' interface-name:~cali* ',
  'x y',
  'é',
  'a\\,b',
  'a\\;b',
  '\\sx',
  'x\\s',
  'a\\qb',
  'a\\\\b',
  'b\\',
  'a\\n',
  'q\t',
];

const groupNames = [
  'keyfile',
  'keyfile',
  'device',
  'device-a',
  'device-b',
  'devicefoo',
  'device:x',
  'device-',
  'Device',
  'main',
  '.config',
  'connection',
  '.intern.device-q',
];

/** Lines that GLib refuses, and some that only look as if it did. */
const oddLines = [
  'nonsense',
  '[a',
  ';c',
  '[device] x',
  '=x',
  '[]',
  '[a[b]',
  '\ufeff',
  'k[de]=1',
  'k[=1',
  'a]=1',
  'k [de]=2',
  'Encoding=utf-8',
  'Encoding=latin1',
  ' x=1',
  '[device]\t ',
  '[\tq]',
  'k\t=1',
  '"x"=',
  'k[d e]=1',
];

const matchList = fc
  .tuple(fc.array(fc.constantFrom(...specs), { maxLength: 4 }), fc.constantFrom(',', ';', ', ', ' ; '))
  .map(([list, separator]) => list.join(separator));

const boolean = fc.constantFrom(
  '0',
  '1',
  'no',
  'yes',
  'false',
  'TRUE',
  'off',
  '2',
  '',
  ' 0 ',
  'n',
  '"0"',
  '\\s0',
  '0\\q',
  'é',
);
const condition = fc.constantFrom(
  'yes',
  'no',
  '0',
  '1',
  'nm-version-min:1.20',
  'nm-version-max:1.20',
  'env:x',
  'garbage',
  '',
  'nm-version:1.x',
);

const keyed = (keys: readonly string[], value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...keys), fc.constantFrom('=', '=', '= ', ' =', ' = '), value)
    .map((parts) => parts.join(''));

const line = fc.oneof(
  {
    weight: 6,
    arbitrary: keyed(
      [
        'unmanaged-devices',
        'unmanaged-devices+',
        'unmanaged-devices-',
        'unmanaged-devices +',
        '.set.unmanaged-devices',
        '.was.unmanaged-devices',
      ],
      matchList,
    ),
  },
  { weight: 5, arbitrary: keyed(['match-device', 'match-device+', 'match-device-'], matchList) },
  { weight: 4, arbitrary: keyed(['managed', 'managed+', 'stop-match', '.set.managed'], boolean) },
  { weight: 2, arbitrary: keyed(['enable'], condition) },
  { weight: 2, arbitrary: fc.constantFrom('# c', '', ' ', '\t# x', '  #y', 'foo=x') },
);

const group = fc
  .tuple(fc.constantFrom(...groupNames), fc.constantFrom('', '', ' ', '\t'), fc.array(line, { maxLength: 4 }))
  .map(([name, blank, lines]) => [`[${name}]${blank}`, ...lines]);

const file = fc
  .record({
    groups: fc.array(group, { maxLength: 5 }),
    odd: fc.option(fc.constantFrom(...oddLines), { freq: 30 }),
    newline: fc.constantFrom('\n', '\n', '\n', '\r\n'),
    ends: fc.constantFrom(true, true, true, false),
    encoding: fc.constantFrom('utf8', 'utf8', 'utf8', 'latin1' as const),
  })
  .map(({ groups, odd, newline, ends, encoding }): Uint8Array => {
    const lines = groups.flat();
    // One file in a few has an odd line: a daemon that refuses a file says nothing of the others.
    if (odd !== null && lines.length % 7 === 3) lines.splice(2, 0, odd);
    return Buffer.from(lines.join(newline) + (ends ? newline : ''), encoding === 'latin1' ? 'latin1' : 'utf8');
  });

const names = ['10-a.conf', '20-b.conf', '99-x.conf', 'calico.conf', '.h.conf', 'no.txt'];
const snippetPaths = ['usr/lib', 'run', 'etc'].flatMap((top) =>
  names.map((name) => `${top}/NetworkManager/conf.d/${name}`),
);

/** Configurations of a daemon: snippets in all directories, the base file, and sometimes the daemon's own. */
export const generatedConfigurationArbitrary: fc.Arbitrary<GeneratedConfiguration> = fc
  .tuple(
    fc.subarray([...snippetPaths], { maxLength: 7 }),
    fc.array(file, { minLength: 9, maxLength: 9 }),
    fc.constantFrom(true, false),
  )
  .map(([paths, files, internal]) => {
    const all = [
      ...paths,
      'etc/NetworkManager/NetworkManager.conf',
      ...(internal ? ['var/lib/NetworkManager/NetworkManager-intern.conf'] : []),
    ];
    return Object.fromEntries(all.map((path, index) => [path, files[index] ?? new Uint8Array()]));
  });

/** Writes the files below a root that has the directories of an installed daemon. */
export function writeConfiguration(root: string, files: GeneratedConfiguration): void {
  for (const top of ['usr/lib', 'run', 'etc']) mkdirSync(join(root, top, 'NetworkManager/conf.d'), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

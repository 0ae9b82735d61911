import fc from 'fast-check';
import { nameFromBytes } from '../../src/host/file-name';
import type { GeneratedConfiguration } from './generated-configuration';
import { booleans, conditions, groupNames, oddLines, specs } from './odd-configuration-words';

const matchList = fc
  .tuple(fc.array(fc.constantFrom(...specs), { maxLength: 4 }), fc.constantFrom(',', ';', ', ', ' ; '))
  .map(([list, separator]) => list.join(separator));

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
  { weight: 4, arbitrary: keyed(['managed', 'managed+', 'stop-match', '.set.managed'], fc.constantFrom(...booleans)) },
  { weight: 2, arbitrary: keyed(['enable'], fc.constantFrom(...conditions)) },
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

/** Among them one name in two encodings: in Latin-1 it is no UTF-8, and sorts behind the other. */
const names = [
  '10-a.conf',
  '20-b.conf',
  '99-x.conf',
  'calico.conf',
  '.h.conf',
  'no.txt',
  'café.conf',
  nameFromBytes(Buffer.from('caf\xe9.conf', 'latin1')),
];
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

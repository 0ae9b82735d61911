import fc from 'fast-check';
import { nameFromBytes } from '../../src/host/file-name';
import { entryOf, helpers, withDashes } from './module-names';

/** One modprobe.d entry: its text, or a link to nothing. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string | null;
}

/**
 * A module that every host has and nothing asks for: all that a soft dependency leads to. One that comes after its
 * module would hide which of them was asked for.
 */
export const softlyNeeded = 'crc32c_generic';

/** What stands behind the module in a `softdep` line. */
export const softDependenciesArbitrary = fc.constantFrom(
  `pre: ${softlyNeeded}`,
  `pre: nothing-of-that-name crc32c-generic`,
  'pre: nothing-of-that-name',
  'pre:',
  softlyNeeded,
  `\tpre:\t ${softlyNeeded} post:`,
);

const directories = ['etc/modprobe.d', 'run/modprobe.d', 'usr/local/lib/modprobe.d', 'usr/lib/modprobe.d'];
/** Among them one name in two encodings: in Latin-1 it is no UTF-8, and sorts behind the other. */
const fileNames = [
  '10-a.conf',
  'café.conf',
  'c.conf',
  nameFromBytes(Buffer.from('caf\xe9.conf', 'latin1')),
  '.hidden.conf',
  'd.conf.bak',
  'e.con',
];
const commands = ['/bin/false', '/bin/true', '/bin/sh -c something', '/bin/false # why'];

/** Names that a line may concern: modules, their aliases and patterns. */
const lineArbitrary = (names: readonly string[], kind: 'install' | 'alias'): fc.Arbitrary<string> => {
  const asked = names.flatMap((name) => entryOf.get(name)?.aliases ?? []);
  const name = fc.constantFrom(...names);
  const written = fc.tuple(name, fc.boolean()).map(([text, dashes]) => withDashes(text, dashes));
  const anyName = asked.length > 0 ? fc.oneof(written, fc.constantFrom(...asked)) : written;
  const pattern = fc.oneof(
    { weight: 4, arbitrary: anyName },
    { weight: 1, arbitrary: name.map((text) => `${text.slice(0, 4)}*`) },
    { weight: 1, arbitrary: name.map((text) => `${text.slice(0, -1)}[a-z0-9]`) },
  );
  const install = fc.oneof(
    fc.tuple(pattern, fc.constantFrom(...commands)).map(([text, command]) => `install ${text} ${command}`),
    written.map((text) => `install ${text} /sbin/modprobe --ignore-install ${text}`),
  );
  const alias = fc.oneof(
    fc.tuple(pattern, fc.constantFrom('off', ...helpers)).map(([text, target]) => `alias ${text} ${target}`),
    // To the module that the name stands for anyway.
    name.map((text) => `alias ${entryOf.get(text)?.aliases[0] ?? text} ${text}`),
  );
  return fc.oneof(
    { weight: 3, arbitrary: kind === 'install' ? install : alias },
    { weight: 3, arbitrary: written.map((text) => `blacklist ${text}`) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        written.map((text) => `blacklist ${text}\r`),
        written.map((text) => `Blacklist ${text}`),
        written.map((text) => `blacklist\t ${text} # why`),
        written.map((text) => `#blacklist ${text}`),
        written.map((text) => `blacklist \\\n${text}`),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(pattern, softDependenciesArbitrary).map(([text, others]) => `softdep ${text} ${others}`),
    },
    {
      weight: 1,
      arbitrary: fc.oneof(
        written.map((text) => `options ${text} debug=1`),
        written.map((text) => `remove ${text} /bin/false`),
        fc.constant(''),
        fc.constant('nonsense'),
        fc.constant('install'),
        fc.constant('blacklist'),
      ),
    },
  );
};

/** Files of modprobe.d(5) that concern these modules. */
export const modprobeFilesArbitrary = (names: readonly string[]): fc.Arbitrary<readonly GeneratedFile[]> =>
  fc.constantFrom('install' as const, 'alias' as const).chain((kind) =>
    fc.uniqueArray(
      fc.record({
        path: fc.tuple(fc.constantFrom(...directories), fc.constantFrom(...fileNames)).map((parts) => parts.join('/')),
        text: fc.option(
          fc
            .array(lineArbitrary(names, kind), { maxLength: 4 })
            .map((lines) => lines.map((line) => `${line}\n`).join('')),
          { freq: 8 },
        ),
      }),
      { selector: (file) => file.path, maxLength: 5 },
    ),
  );

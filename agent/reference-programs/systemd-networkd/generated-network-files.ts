import fc from 'fast-check';
import type { GeneratedNetworkFiles } from './network-file-tree';
import { networkDirectories } from './network-file-tree';
import { fileNames, linkLines, matches, oddLines } from './network-file-words';

const match = fc.oneof(
  ...matches.map(([weight, key, values]) => ({
    weight,
    arbitrary: fc
      .tuple(fc.constantFrom(...values, ...values, ''), fc.constantFrom('=', '=', '=', ' = ', '= '))
      .map(([value, separator]) => `${key}${separator}${value}`),
  })),
);

const text = fc
  .record({
    lines: fc.array(match, { minLength: 0, maxLength: 3 }),
    odd: fc.option(fc.constantFrom(...oddLines), { freq: 4 }),
    link: fc.option(fc.array(fc.constantFrom(...linkLines), { minLength: 1, maxLength: 2 }), { freq: 1 }),
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

const paths = networkDirectories.flatMap((directory) => fileNames.map((name) => `${directory}/${name}`));

/** Configurations of networkd: files in all directories, with drop-ins, masks and shadows. */
export const generatedNetworkFilesArbitrary: fc.Arbitrary<GeneratedNetworkFiles> = fc
  .tuple(fc.subarray([...paths], { minLength: 1, maxLength: 7 }), fc.array(entry, { minLength: 7, maxLength: 7 }))
  .map(([chosen, entries]) => Object.fromEntries(chosen.map((path, index) => [path, entries[index] ?? ''])));

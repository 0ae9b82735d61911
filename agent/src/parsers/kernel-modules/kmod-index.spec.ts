import * as fc from 'fast-check';
import type { WrittenEntry } from '../../../test/kmod/kmod-index-writer';
import { modulesAliasBin, modulesBuiltinBin, modulesDepBin } from '../../../test/kmod/kmod-index-files';
import { writtenKmodIndex } from '../../../test/kmod/kmod-index-writer';
import { parseKmodIndex } from './kmod-index';
import type { Parsed } from '../parsed';
import type { IndexLookup } from './kmod-indexes';
import { parseModulesAliasBin, parseModulesBuiltinBin, parseModulesDepBin } from './kmod-indexes';
import { KmodLookup } from './kmod-lookup';
import { parseModulesAlias } from './modules-alias';
import { parseModulesDep } from './modules-dep';

const withPrefix = 0x80000000;
const withValues = 0x40000000;
const withChildren = 0x20000000;

/** An index of bytes that stand behind its head; the root's flags and place are given. */
const indexOf = (root: number, ...bytes: readonly number[]): Buffer => {
  const head = Buffer.alloc(12);
  head.writeUInt32BE(0xb007f457, 0);
  head.writeUInt32BE(0x00020001, 4);
  head.writeUInt32BE(root >>> 0, 8);
  return Buffer.concat([head, Buffer.from(bytes)]);
};
const place = (offset: number): number[] => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(offset >>> 0);
  return [...bytes];
};
const letters = (text: string): number[] => [...Buffer.from(`${text}\0`, 'latin1')];

describe('an index of kmod', () => {
  it.each([
    ['nothing', indexOf(12), []],
    ['no root', indexOf(0), []],
    ['a value at its root', indexOf(12 | withValues, ...place(1), ...place(0), ...letters('x')), [['', 'x']]],
    [
      'a prefix and two values',
      indexOf(
        12 | withPrefix | withValues,
        ...letters('ab'),
        ...place(2),
        ...place(0),
        ...letters('x'),
        ...place(9),
        ...letters('y'),
      ),
      [
        ['ab', 'x'],
        ['ab', 'y'],
      ],
    ],
    [
      'a child behind a gap',
      indexOf(
        12 | withChildren,
        ...[97, 99],
        ...place(0),
        ...place(0),
        ...place(26 | withValues),
        ...place(1),
        ...place(0),
        ...letters('x'),
      ),
      [['c', 'x']],
    ],
  ])('with %s is read', (_case, file, entries) => {
    expect(parseKmodIndex(file)).toEqual({
      status: 'parsed',
      value: entries.map(([key, value]) => ({ key, value })),
    });
  });

  it.each([
    ['nothing in it', Buffer.alloc(0), 'is shorter than the head of an index'],
    ['another magic number', Buffer.alloc(12), 'is no index of modules'],
    [
      'a later version',
      Buffer.concat([indexOf(0).subarray(0, 4), Buffer.from([0, 3, 0, 0, 0, 0, 0, 0])]),
      'is an index of an unknown version',
    ],
    ['a root behind its end', indexOf(13), 'a node of the index is cut off'],
    ['a prefix without an end', indexOf(12 | withPrefix, 97), 'a node of the index is cut off'],
    ['children that are cut off', indexOf(12 | withChildren, 97, 99, 0), 'a node of the index is cut off'],
    ['children in the wrong order', indexOf(12 | withChildren, 99, 97, ...place(0)), 'a node of the index is cut off'],
    ['a child that is no ASCII', indexOf(12 | withChildren, 97, 128), 'a node of the index is cut off'],
    ['fewer values than it says', indexOf(12 | withValues, ...place(4_000_000_000)), 'a node of the index is cut off'],
    [
      'a value without an end',
      indexOf(12 | withValues, ...place(1), ...place(0), 97),
      'a node of the index is cut off',
    ],
    [
      'a node that is its own child',
      indexOf(12 | withChildren, 97, 97, ...place(12 | withChildren)),
      'nodes of the index overlap',
    ],
    [
      'a longer key than any path',
      indexOf(12 | withPrefix | withValues, ...letters('a'.repeat(4097)), ...place(1), ...place(0), ...letters('x')),
      'has longer keys than any index',
    ],
  ])('with %s is malformed', (_case, file, detail) => {
    expect(parseKmodIndex(file)).toEqual({ status: 'malformed', detail });
  });

  it('whose keys together are much longer than itself is malformed', () => {
    const values = Array.from({ length: 20_000 }, () => [...place(0), 0]).flat();
    const file = indexOf(12 | withPrefix | withValues, ...letters('a'.repeat(4000)), ...place(20_000), ...values);
    expect(parseKmodIndex(file)).toEqual({ status: 'malformed', detail: 'has longer keys than any index' });
  });

  it('holds what was written into it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '_', '*', '0', '['), maxLength: 6 });
    const entry = fc.tuple(word, fc.string({ unit: 'grapheme-ascii', maxLength: 8 }), fc.nat({ max: 3 }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries: readonly WrittenEntry[]) => {
        const index = parseKmodIndex(writtenKmodIndex(entries));
        const read = index.status === 'parsed' ? index.value.map(({ key, value }) => `${key} ${value}`) : [];
        expect(read.sort()).toEqual(entries.map(([key, value]) => `${key} ${value}`).sort());
      }),
    );
  });

  it('of ten megabytes is read in the time of a look', () => {
    const node = [97, 97, ...place(0)];
    const chain = Buffer.alloc(12 + 10_000_000);
    indexOf(12 | withChildren).copy(chain);
    for (let offset = 12; offset + 12 < chain.length; offset += node.length) {
      chain.set([97, 97], offset);
      chain.writeUInt32BE(((offset + node.length) | withChildren) >>> 0, offset + 2);
    }
    const start = performance.now();
    expect(parseKmodIndex(chain)).toEqual({ status: 'malformed', detail: 'has longer keys than any index' });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('a lookup in an index of kmod', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '_', '*', '0', '['), maxLength: 6 });
  const entry = fc.tuple(word, fc.string({ unit: 'grapheme-ascii', maxLength: 8 }), fc.nat({ max: 3 }));

  it('finds what reading all of it finds', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 40 }),
        fc.array(word, { maxLength: 20 }),
        (entries: readonly WrittenEntry[], others) => {
          const file = writtenKmodIndex(entries);
          for (const key of [...entries.map(([name]) => name), ...others])
            expect(valuesIn(file, key)).toEqual(allIn(file, key));
        },
      ),
    );
  });

  it('in a damaged index finds what reading all of it finds, or is malformed', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat({ max: 255 }),
        (entries: readonly WrittenEntry[], position, byte) => {
          const file = writtenKmodIndex(entries);
          file[position % file.length] = byte;
          const all = parseKmodIndex(file).status === 'parsed';
          for (const [key] of entries)
            if (all) expect(valuesIn(file, key)).toEqual(allIn(file, key));
            else expect(() => valuesIn(file, key)).not.toThrow();
        },
      ),
    );
  });

  it.each([
    ['a circle', indexOf(12 | withChildren, 97, 97, ...place(12 | withChildren)), 'a'.repeat(50), 'malformed'],
    [
      'a circle that is not on the way to the last node',
      indexOf(12 | withChildren, 97, 98, ...place(12 | withChildren), ...place(22)),
      'a'.repeat(50),
      [],
    ],
    ['the end of a prefix missing', indexOf(12 | withPrefix, 97), 'a', 'malformed'],
    ['more values than it holds', indexOf(12 | withValues, ...place(4_000_000_000)), '', 'malformed'],
    [
      'more values than any genuine key',
      indexOf(12 | withValues, ...place(1025), ...Array<number>(1025 * 5).fill(0)),
      '',
      'malformed',
    ],
    [
      'a longer value than any genuine one',
      indexOf(12 | withValues, ...place(1), ...place(0), ...letters('a'.repeat(65_537))),
      '',
      'malformed',
    ],
  ])('does not go on for ever with %s', (_case, file, key, values) => {
    const lookup = KmodLookup.open(file);
    // Some are found out when the file is opened.
    expect(lookup.status === 'parsed' ? lookup.value.valuesOf(key) : 'malformed').toEqual(values);
  });

  it('takes no index that was cut off', () => {
    const file = writtenKmodIndex([
      ['vxlan', 'kernel/vxlan.ko:', 0],
      ['xt_set', 'kernel/xt_set.ko:', 1],
    ]);
    expect(KmodLookup.open(file)).toMatchObject({ status: 'parsed' });
    for (let length = 0; length < file.length; length += 1)
      expect(KmodLookup.open(file.subarray(0, length))).toMatchObject({ status: 'malformed' });
  });
});

function valuesIn(file: Uint8Array, key: string): readonly string[] | 'malformed' {
  const lookup = KmodLookup.open(file);
  return lookup.status === 'parsed' ? lookup.value.valuesOf(key) : 'malformed';
}

function allIn(file: Uint8Array, key: string): readonly string[] | 'malformed' {
  const index = parseKmodIndex(file);
  return index.status === 'parsed'
    ? index.value.filter((each) => each.key === key).map(({ value }) => value)
    : 'malformed';
}

describe('what an index says', () => {
  const modulesDep =
    'kernel/net/ip-set.ko.xz:\nkernel/net/xt_set.ko.xz: kernel/net/ip-set.ko.xz kernel/x_tables.ko.xz\n';

  it('is what modules.dep beside it says', () => {
    const text = parseModulesDep(modulesDep);
    const index = parseModulesDepBin(modulesDepBin(modulesDep));
    for (const name of ['ip_set', 'xt_set', 'xt', 'ip_set_hash', ''])
      expect(meaningIn(index, name)).toEqual(meaningIn(text, name));
  });

  it('is what modules.alias beside it says', () => {
    const text =
      '# Aliases\nalias ipt_set xt_set\nalias ip6t-set xt_set\nalias pci:v[0-9]* e100\nalias ipt_set other\n';
    const index = parseModulesAliasBin(modulesAliasBin(text));
    expect(meaningIn(index, 'ipt_set')).toEqual(['xt_set', 'other']);
    for (const name of ['ipt_set', 'ip6t_set', 'pci:v1', 'pci:v[0-9]*', 'pci', ''])
      expect(meaningIn(index, name)).toEqual(meaningIn(parseModulesAlias(text), name));
  });

  it('is what modules.builtin beside it says', () => {
    expect(parseModulesBuiltinBin(modulesBuiltinBin('kernel/a-b.ko\nkernel/c.ko\n'))).toEqual({
      status: 'parsed',
      value: new Set(['a_b', 'c']),
    });
  });

  it.each([
    ['a line end in its value', 'kernel/a.ko:\nkernel/b.ko:'],
    ['a value that is no file', 'nothing'],
    ['another module than its key', 'kernel/b.ko:'],
    ['more dependencies than any module', `kernel/a.ko:${' kernel/b.ko'.repeat(257)}`],
  ])('is malformed of a module with %s', (_case, value) => {
    const index = parseModulesDepBin(
      writtenKmodIndex([
        ['a', value, 0],
        ['c', 'kernel/c.ko:', 1],
      ]),
    );
    expect(meaningIn(index, 'a')).toBe('malformed');
    expect(meaningIn(index, 'c')).toEqual({ path: 'kernel/c.ko', dependencies: [] });
  });
});

const meaningIn = <T>(index: Parsed<IndexLookup<T>>, name: string): unknown =>
  index.status === 'parsed' ? index.value.get(name) : index;

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kernelModuleTable } from '@calico-readiness/requirements';
import { createHostFiles } from '../../src/host/create-host-files';
import { parseKmodIndex } from '../../src/parsers/kernel-modules/kmod-index';
import type { IndexLookup } from '../../src/parsers/kernel-modules/kmod-indexes';
import { parseModulesAliasBin, parseModulesDepBin } from '../../src/parsers/kernel-modules/kmod-indexes';
import { parseModulesAlias } from '../../src/parsers/kernel-modules/modules-alias';
import { KmodLookup } from '../../src/parsers/kernel-modules/kmod-lookup';
import { parseModulesDep } from '../../src/parsers/kernel-modules/modules-dep';
import type { Parsed } from '../../src/parsers/parsed';
import { parsed } from '../../src/parsers/parsed';
import { kernelModulesProbe } from '../../src/probes/kernel-modules/kernel-modules';
import {
  modulesAliasBin,
  modulesBuiltinAliasBin,
  modulesBuiltinBin,
  modulesDepBin,
} from '../../test/kmod/kmod-index-files';
import { copyFixtureForKmod, releaseOfFixture } from './fixture-module-tree';
import { askModprobe, modprobeKit } from './modprobe-in-tree';
import { requestsFor, verdictOfModprobe } from './modprobe-verdict';

const host = 'debian-12-amd64-networkmanager';
const release = releaseOfFixture(host);
const fixture = join(import.meta.dirname, '../../fixtures/hosts', host, 'root/usr/lib/modules', release);
const directory = mkdtempSync(join(tmpdir(), 'calico-readiness-indexes-'));
const kit = modprobeKit(directory);
const whole = join(directory, 'whole');
/** Without its soft dependencies and its hindrances: every module is a question about the indexes alone. */
const entries = kernelModuleTable.filter(({ name }) => name !== 'nf_conntrack_proto_sctp');

beforeAll(() => {
  copyFixtureForKmod(host, whole);
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

const indexPath = (root: string, name: string): string => join(root, 'usr/lib/modules', release, name);
const read = (name: string): Buffer => readFileSync(indexPath(whole, name));
const text = (name: string): string => read(name).toString('latin1');

/** What kmod finds in an index, whatever the priorities and the order of its values. */
const entriesOf = (bytes: Uint8Array): readonly string[] => {
  const index = parseKmodIndex(bytes);
  if (index.status === 'malformed') throw new Error(index.detail);
  return index.value.map(({ key, value }) => `${key} ${value}`).sort();
};

const keysOf = (bytes: Uint8Array): readonly string[] => {
  const index = parseKmodIndex(bytes);
  return index.status === 'parsed' ? index.value.map(({ key }) => key) : [];
};

/** What an index says of the names that are in it. */
function lookedUp<T>(index: Parsed<IndexLookup<T>>, names: readonly string[]): Parsed<ReadonlyMap<string, T>> {
  if (index.status === 'malformed') return index;
  const found = names.map((name) => [name, index.value.get(name)] as const);
  return parsed(new Map(found.filter((entry): entry is readonly [string, T] => entry[1] !== undefined)));
}

describe('what depmod writes', () => {
  it('into modules.dep.bin is read as what it writes into modules.dep', () => {
    expect(lookedUp(parseModulesDepBin(read('modules.dep.bin')), keysOf(read('modules.dep.bin')))).toEqual(
      parseModulesDep(text('modules.dep')),
    );
  });

  it('into modules.alias.bin is read as what it writes into modules.alias', () => {
    const sorted = (aliases: ReturnType<typeof parseModulesAlias>): unknown =>
      aliases.status === 'parsed' && [...aliases.value].map(([alias, modules]) => [alias, [...modules].sort()]).sort();
    const index = read('modules.alias.bin');
    expect(sorted(lookedUp(parseModulesAliasBin(index), keysOf(index)))).toEqual(
      sorted(parseModulesAlias(text('modules.alias'))),
    );
  });

  it.each(['modules.dep.bin', 'modules.alias.bin', 'modules.symbols.bin', 'modules.builtin.alias.bin'])(
    'into %s is found by each of its keys, and by no other',
    (name) => {
      const index = parseKmodIndex(read(name));
      const lookup = KmodLookup.open(read(name));
      if (index.status === 'malformed' || lookup.status === 'malformed') throw new Error('an index cannot be read');
      const values = new Map<string, string[]>();
      for (const { key, value } of index.value) values.set(key, [...(values.get(key) ?? []), value]);
      expect(values.size).toBeGreaterThan(10);
      for (const [key, all] of values) {
        expect(lookup.value.valuesOf(key)).toEqual(all);
        for (const other of [`${key}x`, key.slice(0, -1), key.slice(1)])
          expect(lookup.value.valuesOf(other)).toEqual(values.get(other) ?? []);
      }
    },
  );

  it.each(['modules.dep.bin', 'modules.alias.bin'])('into %s is not taken where it was cut off', (name) => {
    const index = read(name);
    for (const length of [12, 40, index.length >> 1, index.length - 1])
      expect(KmodLookup.open(index.subarray(0, length))).toMatchObject({ status: 'malformed' });
  });

  it.each([
    ['modules.dep.bin', () => modulesDepBin(text('modules.dep'))],
    ['modules.alias.bin', () => modulesAliasBin(text('modules.alias'))],
    ['modules.builtin.bin', () => modulesBuiltinBin(text('modules.builtin'))],
    ['modules.builtin.alias.bin', () => modulesBuiltinAliasBin(text('modules.builtin.modinfo'))],
  ] as const)('into %s is what the tests write, as long and with the same entries', (name, write) => {
    expect(write().length).toBe(read(name).length);
    expect(entriesOf(write())).toEqual(entriesOf(read(name)));
  });

  it.each(['modules.alias.bin', 'modules.builtin.bin', 'modules.builtin.alias.bin'])(
    'into %s is what the fixture host has',
    (name) => {
      expect(entriesOf(readFileSync(join(fixture, name)))).toEqual(entriesOf(read(name)));
    },
  );

  // The order of dependencies hangs on modules.order, which the fixture host does not have.
  it('into modules.dep.bin is in the fixture host what its own modules.dep says', () => {
    const index = readFileSync(join(fixture, 'modules.dep.bin'));
    expect(lookedUp(parseModulesDepBin(index), keysOf(index))).toEqual(
      parseModulesDep(readFileSync(join(fixture, 'modules.dep'), 'utf8')),
    );
  });
});

type States = Readonly<Record<string, string | undefined>>;

/** The words of modprobe and of the agent for a tree with other indexes. */
async function bothOf(name: string, change: (root: string) => void): Promise<{ modprobe: States; agent: States }> {
  const root = join(directory, name.replaceAll(/\W/g, '-'));
  cpSync(whole, root, { recursive: true, verbatimSymlinks: true });
  change(root);
  const answers = askModprobe(root, kit, release, entries.flatMap(requestsFor));
  let taken = 0;
  const modprobe = Object.fromEntries(
    entries.map((entry) => {
      const own = answers.slice(taken, (taken += requestsFor(entry).length));
      return [entry.name, verdictOfModprobe(entry, own, (path) => existsSync(join(root, path)))];
    }),
  );
  mkdirSync(join(root, 'usr/sbin'), { recursive: true });
  symlinkSync('../bin/kmod', join(root, 'usr/sbin/modprobe'));
  const { kernelModules } = await kernelModulesProbe.gather({
    files: createHostFiles(root),
    live: true,
    kernelRelease: release,
  });
  const states: States = kernelModules.status === 'observed' ? kernelModules.value : {};
  const agent = Object.fromEntries(entries.map((entry) => [entry.name, states[entry.name]]));
  rmSync(root, { recursive: true });
  return { modprobe, agent };
}

const texts = ['modules.dep', 'modules.alias', 'modules.builtin'];
const forEach =
  (names: readonly string[], act: (path: string) => void) =>
  (root: string): void =>
    names.forEach((name) => act(indexPath(root, name)));

describe('modprobe', () => {
  it.each<[string, (root: string) => void]>([
    ['all indexes', () => undefined],
    ['no text files', forEach(texts, (path) => rmSync(path))],
    ['damaged text files', forEach(texts, (path) => writeFileSync(path, readFileSync(path).subarray(0, 500)))],
    ['rubbish for text files', forEach(texts, (path) => writeFileSync(path, '\0rubbish'))],
    ['text files of another kernel', forEach(['modules.dep'], (path) => writeFileSync(path, 'kernel/other.ko:\n'))],
  ])('says the same as we do of a tree with %s', async (name, change) => {
    const { modprobe, agent } = await bothOf(name, change);
    expect(agent).toEqual(modprobe);
    expect(Object.values(agent).filter((state) => state === 'loadable').length).toBeGreaterThan(40);
  });

  it('finds no module that modules.dep.bin lacks, though its file is there and modules.dep names it', async () => {
    const { modprobe, agent } = await bothOf('stale', (root) => {
      const lines = text('modules.dep').split('\n');
      const stale = lines.filter((line) => !/^\S*\/(?:vxlan|xt_mark)\.ko:/.test(line));
      writeFileSync(indexPath(root, 'modules.dep.bin'), modulesDepBin(stale.join('\n')));
    });
    expect(modprobe).toMatchObject({ vxlan: 'missing', xt_mark: 'missing', xt_set: 'loadable' });
    expect(agent).toEqual({ ...modprobe, vxlan: 'configured-only', xt_mark: 'configured-only' });
  });

  it.each<[string, (root: string) => void]>([
    ['without modules.dep.bin', (root) => rmSync(indexPath(root, 'modules.dep.bin'))],
    ['with rubbish for modules.dep.bin', (root) => writeFileSync(indexPath(root, 'modules.dep.bin'), 'rubbish')],
  ])('finds no module %s, and we do not know of any', async (name, change) => {
    const { modprobe, agent } = await bothOf(name, change);
    expect(Object.values(modprobe)).not.toContain('loadable');
    expect(Object.values(agent)).not.toContain('loadable');
    expect(Object.entries(modprobe).filter(([, state]) => state === 'built-in')).toEqual(
      Object.entries(agent).filter(([, state]) => state === 'built-in'),
    );
    expect(agent).toMatchObject({ vxlan: 'unknown', xt_mark: 'unknown' });
  });

  it('is asked about a tree with every index', () => {
    expect(
      readdirSync(indexPath(whole, '.'))
        .filter((name) => name.endsWith('.bin'))
        .sort(),
    ).toEqual([
      'modules.alias.bin',
      'modules.builtin.alias.bin',
      'modules.builtin.bin',
      'modules.dep.bin',
      'modules.symbols.bin',
    ]);
  });
});

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';

/** The units that the trees are about; systemctl(1) is asked for each. */
export const generatedUnits = ['firewalld.service', 'iptables.service', 'nftables.service'] as const;

type Unit = (typeof generatedUnits)[number];

/** A file with its text, or a link. */
interface Entry {
  readonly path: string;
  readonly content: string | { readonly linkTo: string };
}

/** The entries of a tree, of which the first for a path counts. */
export type GeneratedUnitTree = readonly Entry[];

const directories = [
  'etc/systemd/system.control',
  'run/systemd/system.control',
  'run/systemd/generator.early',
  'etc/systemd/system',
  'run/systemd/system',
  'run/systemd/generator',
  'usr/local/lib/systemd/system',
  'usr/lib/systemd/system',
  'run/systemd/generator.late',
];

const dependencyDirectories = [
  'multi-user.target.wants',
  'sysinit.target.requires',
  'rescue.target.wants',
  'NetworkManager.service.wants',
];

const unitTexts = [
  '',
  '[Unit]\nDescription=x\n',
  '[Install]\nWantedBy=multi-user.target\n',
  '[Install]\nAlias=dbus-fw.service\n',
  '[Install]\nAlso=nftables.service\n',
  '[Install]\nWantedBy=multi-user.target\nWantedBy=\n',
  '[Install]\n; c\nWantedBy=\\\n multi-user.target\n',
  '[Install]\nWantedBy=multi-user.target\nAlias=dbus-fw.service\n',
];

const text = fc.constantFrom(...unitTexts);
const link = (linkTo: string): fc.Arbitrary<Entry['content']> => fc.constant({ linkTo });

const unitEntry = (unit: Unit): fc.Arbitrary<Entry> =>
  fc.record({
    path: fc.constantFrom(...directories).map((directory) => `${directory}/${unit}`),
    content: fc.oneof(
      { weight: 4, arbitrary: text },
      { weight: 4, arbitrary: link('/dev/null') },
      { weight: 1, arbitrary: link(`/nowhere/${unit}`) },
    ),
  });

const vendorEntry = (unit: Unit): fc.Arbitrary<Entry> =>
  text.map((content) => ({ path: `usr/lib/systemd/system/${unit}`, content }));

const aliasEntry = (unit: Unit): fc.Arbitrary<Entry> =>
  fc.oneof(
    fc.constant({ path: 'etc/systemd/system/dbus-fw.service', content: { linkTo: `/usr/lib/systemd/system/${unit}` } }),
    fc.constant({
      path: 'etc/systemd/system/iptables.service',
      content: { linkTo: '/usr/lib/systemd/system/nftables.service' },
    }),
  );

const dependencyEntry = (unit: Unit): fc.Arbitrary<Entry> =>
  fc.record({
    path: fc
      .tuple(fc.constantFrom(...directories), fc.constantFrom(...dependencyDirectories))
      .map(([directory, dependency]) => `${directory}/${dependency}/${unit}`),
    content: fc.oneof(
      link('/dev/null'),
      link(`/usr/lib/systemd/system/${unit}`),
      link(`../${unit}`),
      fc.constant('no link'),
    ),
  });

const anyUnit = fc.constantFrom(...generatedUnits);

/** Trees with a handful of unit files, masks, aliases and dependency links. */
export const generatedUnitTreeArbitrary: fc.Arbitrary<GeneratedUnitTree> = fc
  .tuple(
    fc.array(anyUnit.chain(unitEntry), { maxLength: 2 }),
    fc.array(anyUnit.chain(aliasEntry), { maxLength: 1 }),
    fc.array(anyUnit.chain(dependencyEntry), { maxLength: 3 }),
    fc.tuple(...generatedUnits.map((unit) => fc.option(vendorEntry(unit), { freq: 5 }))),
  )
  .map(([units, aliases, dependencies, vendor]) => {
    const entries = [...units, ...aliases, ...dependencies, ...vendor.filter((entry) => entry !== null)];
    return entries.filter(({ path }, index) => entries.findIndex((other) => other.path === path) === index);
  });

/** Writes a tree, and what tells the root of an installed system from a directory. */
export function writeUnitTree(root: string, entries: GeneratedUnitTree): void {
  for (const directory of ['dev', 'usr/bin', 'usr/lib/systemd/system'])
    mkdirSync(join(root, directory), { recursive: true });
  writeFileSync(join(root, 'usr/bin/sh'), '');
  for (const { path, content } of entries) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(root, path), content);
    else symlinkSync(content.linkTo, join(root, path));
  }
}

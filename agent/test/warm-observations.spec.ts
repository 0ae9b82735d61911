import {
  appendFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import type { HostFacts } from '@calico-readiness/requirements';
import { createHostFiles } from '../src/host/create-host-files';
import { nodeFileSystem } from '../src/host/file-system';
import type { FileSystem } from '../src/host/file-system';
import { HostMemory } from '../src/host/memory/host-memory';
import { observationMemory } from '../src/host/memory/remember';
import { MountTable } from '../src/host/mount-table';
import { gatherFacts } from '../src/observation/gather-facts';
import { agedFiles } from './aged-files';
import { fixtureHosts } from './fixture-hosts';

const disk = new MountTable([{ mountPoint: '/', fileSystem: 'ext4' }]);

async function observe(root: string, fileSystem: FileSystem, before = new HostMemory()): Promise<HostFacts> {
  const memory = observationMemory(before);
  const facts = await gatherFacts({ files: createHostFiles(root, fileSystem, { mounts: disk }), live: false, memory });
  memory.end();
  return facts;
}

/** Paths of all files and links below a directory. */
const filesBelow = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** What someone can do to one file, with another one at hand. */
const deeds = {
  'appends to it': (path: string) => {
    if (lstatSync(path).isFile()) appendFileSync(path, '\n# changed\n');
  },
  'empties it': (path: string) => {
    if (lstatSync(path).isFile()) writeFileSync(path, '');
  },
  'gives it the content of another one': (path: string, other: string) => {
    if (lstatSync(path).isFile() && lstatSync(other).isFile()) writeFileSync(path, readFileSync(other));
  },
  'removes it': (path: string) => {
    rmSync(path);
  },
  'removes its directory': (path: string) => {
    rmSync(dirname(path), { recursive: true });
  },
  'moves another one over it': (path: string, other: string) => {
    renameSync(other, path);
  },
  'puts a link in its place': (path: string, other: string) => {
    rmSync(path);
    symlinkSync(other, path);
  },
  'puts a directory in its place': (path: string) => {
    rmSync(path);
    mkdirSync(path);
  },
} as const;

type Deed = keyof typeof deeds;

const names = Object.keys(deeds) as Deed[];

describe('an observation that remembers the ones before', () => {
  const hosts = fixtureHosts.filter(({ name }) =>
    ['rhcos-4.20', 'rhel-7.9-stock', 'debian-12-amd64-networkmanager', 'ubuntu-24.04'].includes(name),
  );

  it.each(hosts)(
    'sees the same as one that remembers nothing, whatever happens to $name',
    async ({ root: original }) => {
      const change = fc.record({ deed: fc.constantFrom(...names), at: fc.nat(), from: fc.nat() });
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 4, maxLength: 12 }),
          fc.constantFrom('old', 'new'),
          async (changes, age) => {
            const directory = mkdtempSync(join(tmpdir(), 'warm-observations-'));
            const root = join(directory, 'root');
            try {
              cpSync(original, root, { recursive: true, verbatimSymlinks: true });
              const fileSystem = age === 'old' ? agedFiles() : nodeFileSystem;
              const memory = new HostMemory();
              await observe(root, fileSystem, memory);
              for (const { deed, at, from } of changes) {
                const paths = filesBelow(root);
                const [path, other] = [paths[at % paths.length], paths[from % paths.length]];
                if (path === undefined || other === undefined || path === other) continue;
                deeds[deed](path, other);
                expect(await observe(root, fileSystem, memory), `after somebody ${deed}: ${path}`).toEqual(
                  await observe(root, fileSystem),
                );
              }
            } finally {
              rmSync(directory, { recursive: true });
            }
          },
        ),
        { numRuns: 6 },
      );
    },
  );

  it.each(hosts)('reads no file of $name again, and lists no directory', async ({ root }) => {
    const memory = new HostMemory();
    await observe(root, agedFiles(), memory);
    const read: string[] = [];
    const counting: FileSystem = {
      ...agedFiles(),
      open: (path) => (read.push(path.slice(root.length)), nodeFileSystem.open(path)),
      readdir: (path, most) => (read.push(path.slice(root.length)), nodeFileSystem.readdir(path, most)),
    };
    await observe(root, counting, memory);
    // What the kernel makes up is read each time, and so is what names active units.
    expect(read.filter((path) => !/^\/(?:proc|sys|run)(?:\/|$)/.test(path))).toEqual([]);
  });

  it.each(hosts)('lists each directory of units of $name once', async ({ root }) => {
    const listed = new Map<string, number>();
    const counting: FileSystem = {
      ...nodeFileSystem,
      readdir: (path, most) => {
        listed.set(path, (listed.get(path) ?? 0) + 1);
        return nodeFileSystem.readdir(path, most);
      },
    };
    await observe(root, counting);
    const units = [...listed].filter(([path]) => path.includes('/systemd/'));
    expect(units.length).toBeGreaterThan(2);
    expect([...listed].filter(([, times]) => times > 1)).toEqual([]);
  });
});

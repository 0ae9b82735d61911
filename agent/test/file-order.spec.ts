import * as fc from 'fast-check';
import { fixtureHosts } from './fixture-hosts';
import { gatherFacts } from '../src/observation/gather-facts';
import { createHostFiles } from '../src/host/create-host-files';
import { nodeFileSystem } from '../src/host/file-system';

// A directory has no order (readdir(3)): modprobe, systemd, NetworkManager and udev sort the names that they find.
describe('the order in which a file system lists its files', () => {
  const hosts = fixtureHosts.filter(({ name }) =>
    ['debian-12-s390x-ufw-blocked', 'rhcos-4.20', 'rhel-7.9-stock'].includes(name),
  );

  it.each(hosts)('changes no fact of $name', async ({ root }) => {
    const before = await gatherFacts({ files: createHostFiles(root), live: false });
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const shuffling = {
          ...nodeFileSystem,
          readdir: (path: string, most: number) => {
            const entries = nodeFileSystem.readdir(path, most);
            if (entries === 'too-many') return entries;
            const placed = entries.map((entry) => ({ entry, place: numbers.next().value }));
            return placed.sort((left, right) => left.place - right.place).map(({ entry }) => entry);
          },
        };
        expect(await gatherFacts({ files: createHostFiles(root, shuffling), live: false })).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { lossesWithout } from './mounts/missing-mounts';
import { hostMounts } from './mounts/pod-layout';
import { mountsDocument } from './mounts-document';

describe('docs/mounts.md', () => {
  it('says what is Unknown without each mount', { timeout: 240_000 }, async () => {
    expect(readFileSync('docs/mounts.md', 'utf8'), 'run npm run generate-docs').toBe(await mountsDocument());
  });
});

describe('an agent whose pod lacks a mount', () => {
  it('judges nothing differently: what it does not see is Unknown', { timeout: 240_000 }, async () => {
    const losses = await lossesWithout(hostMounts().filter(({ host }) => ['/etc', '/run', '/boot'].includes(host)));

    expect(losses.map(({ mount }) => mount.host)).toEqual(['/etc', '/boot', '/run']);
    expect(losses.flatMap(({ misjudged }) => misjudged)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { changedFindings, fixtureVariants } from './fixture-variants';

// Reviewed by hand: agent/fixtures/variants/README.md. `npm run update-golden` writes the files anew.
describe('a variant of a fixture host', () => {
  it.each(fixtureVariants)('$name changes the findings that were reviewed', async (variant) => {
    expect(await changedFindings(variant)).toBe(readFileSync(variant.goldenFindings, 'utf8'));
  });

  it('must be one of a host that there is', async () => {
    const variant = { name: 'x', base: 'no-such-host', removed: [], goldenFindings: '' };
    await expect(changedFindings(variant)).rejects.toThrow('no fixture host');
  });

  it('must not remove what its host does not have', async () => {
    const variant = { name: 'x', base: 'empty', removed: ['etc/gone'], goldenFindings: '' };
    await expect(changedFindings(variant)).rejects.toThrow('ENOENT');
  });
});

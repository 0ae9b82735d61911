import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtureVariants } from './fixture-variants';
import { changedFindings } from './variant-findings';

// Reviewed by hand: agent/fixtures/variants/README.md. `npm run update-golden` writes the files anew.
describe('a variant of a fixture host', () => {
  it.each(fixtureVariants)('$name changes the findings that were reviewed', async (variant) => {
    expect(await changedFindings(variant), 'if it is meant: npm run update-golden, and review what changed').toBe(
      readFileSync(variant.goldenFindings, 'utf8'),
    );
  });

  it('is reviewed in the README, and nothing else is', () => {
    const readme = readFileSync(join(import.meta.dirname, '../fixtures/variants/README.md'), 'utf8');
    const reviewed = [...readme.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    expect(reviewed).toEqual(fixtureVariants.map(({ name }) => name));
  });

  it('must be one of a host that there is', async () => {
    const variant = { name: 'x', base: 'no-such-host', removed: [], goldenFindings: '' };
    await expect(changedFindings(variant)).rejects.toThrow('no fixture host');
  });

  it('must not remove what its host does not have', async () => {
    const variant = { name: 'x', base: 'empty', removed: ['etc/gone'], goldenFindings: '' };
    await expect(changedFindings(variant)).rejects.toThrow('ENOENT');
    await expect(changedFindings({ ...variant, removed: [], moved: { 'etc/gone': 'etc/there' } })).rejects.toThrow(
      'ENOENT',
    );
  });
});

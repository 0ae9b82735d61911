import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isAllowedForPart } from './allowed-licences';
import { readByUs, standardTexts } from './licence-of';
import { parts } from './parts';
import { ownText } from './texts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
};
const installed = new Set(
  Object.entries(lock.packages).map(
    ([place, { version }]) => `${place.split('node_modules/').at(-1) ?? ''}@${version}`,
  ),
);

describe('what we found out about packages', () => {
  it.each([...parts.map((part) => part.package), ...readByUs.keys()])(
    'is of the version that is installed: %s',
    (id) => {
      expect(installed, 'read the licences of the new version, and change the entry').toContain(id);
    },
  );

  it('names allowed licences, with a text that is not empty', () => {
    for (const { name, licence, text } of parts) {
      expect(isAllowedForPart(licence), name).toBe(true);
      expect(ownText(text), name).not.toBe('');
    }
  });

  it('keeps no text that nothing needs', () => {
    const needed = [...parts.map(({ text }) => text), ...[...standardTexts].map((id) => `${id}.txt`)];
    expect(readdirSync(path.join(import.meta.dirname, 'texts')).sort()).toEqual([...new Set(needed)].sort());
  });
});

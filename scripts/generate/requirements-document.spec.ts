import { readFileSync } from 'node:fs';
import { requirementsDocument } from './requirements-document';

describe('docs/requirements.md', () => {
  it('is what npm run generate-docs makes of the catalogue', () => {
    expect(readFileSync('docs/requirements.md', 'utf8'), 'run npm run generate-docs').toBe(requirementsDocument());
  });
});

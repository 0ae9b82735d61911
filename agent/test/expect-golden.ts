import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Compares a text with the expected file of that name in `golden/`, for specs. With UPDATE_GOLDEN set
 * (`npm run update-golden`) it writes the file anew instead; read the diff then.
 */
export function expectGolden(text: string, name: string): void {
  const file = new URL(`../src/print/golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

import { existsSync, readFileSync } from 'node:fs';
import { situationsDocument } from './situations-document';
import { answerTo } from './situations/answers';
import { situations } from './situations/situations';

describe('docs/situations.md', () => {
  it('says what the trees and tests say now', async () => {
    expect(readFileSync('docs/situations.md', 'utf8'), 'npm run generate-docs').toBe(await situationsDocument());
  }, 180_000);

  it('names no situation twice', () => {
    const texts = situations.map(({ text, requirement }) => `${text} ${requirement}`);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(situations.flatMap((situation) => ('test' in situation ? [situation.test] : [])))('%s is there', (test) => {
    expect(existsSync(test)).toBe(true);
  });

  it.each([
    [{ tree: 'no-such-tree' }, 'there is no tree no-such-tree'],
    [{ when: 'the sky falls' }, 'no case of ebpf'],
    [{ test: 'package.json', words: 'words that are not there', verdict: 'Pass' as const }, 'has no test of'],
  ])('refuses what nothing shows: %j', async (shown, message) => {
    const situation = { kind: 'silence' as const, text: 'x', requirement: 'ebpf' as const, ...shown };
    await expect(async () => answerTo(situation)).rejects.toThrow(message);
  });
});

import fc from 'fast-check';
import { linesOf } from './answer-lines';

const linesIn = async (chunks: readonly string[], largest?: number): Promise<string[]> => {
  const answer = (async function* () {
    for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
  })();
  const lines: string[] = [];
  for await (const line of linesOf(answer, largest)) lines.push(line);
  return lines;
};

describe('linesOf', () => {
  it.each([
    [['a\nb\n'], ['a', 'b']],
    [
      ['a', 'b', '\n', 'c\n'],
      ['ab', 'c'],
    ],
    [['\n\n'], ['', '']],
    [['a\nb'], ['a']],
    [[], []],
  ])('finds in %j the lines %j', async (chunks, lines) => {
    expect(await linesIn(chunks)).toEqual(lines);
  });

  it('finds the same lines however the text is cut, also inside a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'ö', '🐈', ' ') })),
        fc.integer({ min: 1, max: 9 }),
        async (lines, size) => {
          const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
          const answer = (async function* () {
            for (let from = 0; from < bytes.length; from += size)
              yield await Promise.resolve(bytes.subarray(from, from + size));
          })();
          const found: string[] = [];
          for await (const line of linesOf(answer)) found.push(line);
          expect(found).toEqual(lines);
        },
      ),
    );
  });

  it.each([[['aaaa', 'aaaa']], [['aaaaaa\n']], [['b\naaaaa', 'a']]])(
    'refuses a longer line than allowed: %j',
    async (chunks) => {
      await expect(linesIn(chunks, 5)).rejects.toThrow('longer than 5 bytes');
    },
  );

  it('allows one that is as long, and any number of them', async () => {
    expect(await linesIn(['aaa', 'aa\nbbbbb\n', 'ccccc\n'], 5)).toEqual(['aaaaa', 'bbbbb', 'ccccc']);
  });
});

import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { fetchLines } from './fetch-lines';

const { signal } = new AbortController();

/** Lines out of an answer that comes in these pieces. */
const linesOf = async (...pieces: readonly (string | Uint8Array)[]): Promise<readonly string[]> => {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
      controller.close();
    },
  });
  vi.spyOn(sdk, 'consoleFetch').mockResolvedValue(new Response(body));
  const lines: string[] = [];
  await fetchLines('/', 'application/json', (line) => lines.push(line), signal);
  return lines;
};

describe('the lines of an answer that goes on', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each<[string, readonly (string | Uint8Array)[], readonly string[]]>([
    ['each in a piece of its own', ['a\n', 'b\n'], ['a', 'b']],
    ['several in one piece', ['a\nb\nc\n'], ['a', 'b', 'c']],
    ['one in several pieces', ['a', 'b', 'c\nd\n'], ['abc', 'd']],
    ['with a character cut in two', [Uint8Array.of(0xc3), Uint8Array.of(0xa9, 0x0a)], ['é']],
    ['but not a last one without end', ['a\nb'], ['a']],
  ])('come %s', async (_how, pieces, lines) => {
    expect(await linesOf(...pieces)).toEqual(lines);
  });

  it('are given up when one does not end', async () => {
    await expect(linesOf(...Array.from({ length: 5 }, () => 'x'.repeat(1_000_000)))).rejects.toThrow('does not end');
  });
});

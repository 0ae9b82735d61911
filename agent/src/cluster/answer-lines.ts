import { AnswerTooLargeError, largestAnswer } from './bounded-http';

const lineFeed = 0x0a;

/**
 * The lines of an answer that is read as it comes, without their line feeds; what follows the last one is no line. Rejects
 * with AnswerTooLargeError for a line of over `largest` bytes. Each byte is looked at once.
 */
export async function* linesOf(answer: AsyncIterable<Buffer>, largest = largestAnswer): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      refuseOver(largest, size + end - from);
      yield Buffer.concat([...begun, chunk.subarray(from, end)]).toString();
      begun = [];
      size = 0;
      from = end + 1;
    }
    size += chunk.length - from;
    refuseOver(largest, size);
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
}

function refuseOver(largest: number, size: number): void {
  if (size > largest) throw new AnswerTooLargeError(`A line of the answer is longer than ${String(largest)} bytes`);
}

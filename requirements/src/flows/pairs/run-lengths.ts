/**
 * Numbers in short: in base 36, those that repeat with their count: `0*1a,1,0*3`. Empty for none; `-` for what is undefined.
 */
export function runLengths(numbers: Iterable<number | undefined>): string {
  const runs: { readonly word: string; count: number }[] = [];
  for (const number of numbers) {
    const word = number?.toString(36) ?? '-';
    const last = runs.at(-1);
    if (last?.word === word) last.count += 1;
    else runs.push({ word, count: 1 });
  }
  return runs.map(({ word, count }) => (count === 1 ? word : `${word}*${count.toString(36)}`)).join(',');
}

const run = /^(?:-|[0-9a-z]{1,3})(?:\*[1-9a-z][0-9a-z]{0,3})?$/;

/** Reads exactly so many numbers, each below `end`; undefined for a text that has others. Takes time by its length and their number. */
export function readRunLengths(text: string, length: number, end: number): readonly (number | undefined)[] | undefined {
  const numbers: (number | undefined)[] = [];
  for (const part of text === '' ? [] : text.split(',', length + 1)) {
    if (!run.test(part)) return undefined;
    const [word = '', count = '1'] = part.split('*');
    const number = word === '-' ? undefined : parseInt(word, 36);
    const times = parseInt(count, 36);
    if ((number !== undefined && number >= end) || numbers.length + times > length) return undefined;
    for (let index = 0; index < times; index += 1) numbers.push(number);
  }
  return numbers.length === length ? numbers : undefined;
}

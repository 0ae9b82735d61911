type Range = readonly [from: string, to: string];

/** Whether a character is in a set, given what stands between its brackets (glob(7)): single ones and ranges, `!` or `^` in front for all others. */
export function bracketSet(content: string): (character: string) => boolean {
  const negated = /^[!^]/.test(content);
  const ranges = disjoint(rangesOf(content, negated ? 1 : 0));
  return (character) => isIn(character, ranges) !== negated;
}

function rangesOf(content: string, start: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let at = start; at < content.length; at += 1) {
    const from = content.charAt(at);
    const isRange = content.charAt(at + 1) === '-' && at + 2 < content.length;
    ranges.push([from, isRange ? content.charAt(at + 2) : from]);
    if (isRange) at += 2;
  }
  return ranges;
}

/** In order, and none within another, so that a character is found without a look at each. Ranges that run backwards hold nothing. */
function disjoint(ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const [from, to] of ranges.filter((range) => range[0] <= range[1]).sort(byStart)) {
    const last = joined.at(-1);
    if (last === undefined || last[1] < from) joined.push([from, to]);
    else if (last[1] < to) joined[joined.length - 1] = [last[0], to];
  }
  return joined;
}

const byStart = ([left]: Range, [right]: Range): number => (left < right ? -1 : left > right ? 1 : 0);

function isIn(character: string, ranges: readonly Range[]): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [from = '', to = ''] = ranges[middle] ?? [];
    if (character < from) high = middle;
    else if (character > to) low = middle + 1;
    else return true;
  }
  return false;
}

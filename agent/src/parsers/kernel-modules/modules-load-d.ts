/**
 * A file of modules-load.d(5): the names of modules that are loaded at boot, as they are written there. Blanks around
 * a name, empty lines and those that start with `#` or `;` do not count.
 */
export const parseModulesLoadD = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(withoutBlanks)
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith(';'));

const blanks = ' \t\r';

/** No regular expression for the end of a text: one that starts at every blank takes quadratic time. */
function withoutBlanks(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && blanks.includes(line.charAt(start))) start += 1;
  while (end > start && blanks.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

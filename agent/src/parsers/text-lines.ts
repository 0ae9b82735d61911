import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

/** The lines of a text, without empty ones. What holds a NUL byte is no text. */
export function textLines(text: string): Parsed<readonly string[]> {
  if (text.includes('\0')) return malformed('holds binary data');
  return parsed(text.split('\n').filter((line) => line !== ''));
}

/** Says of a text with a line that is not understood whether it seems to be cut off there, else what is wrong with the line. */
export const malformedLine = (text: string, line: string, detail: string): ReturnType<typeof malformed> =>
  malformed(text.endsWith(line) ? 'ends within a line: it was cut off' : detail);

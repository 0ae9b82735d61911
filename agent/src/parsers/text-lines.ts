import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

/** What a file that a program wrote is not, when its last line has no end. */
export const cutOff = 'ends within a line: it was cut off';

/**
 * The lines of a text that a program wrote, without empty ones. What holds a NUL byte is no text; what does not
 * end with a line end was cut off, even where the rest of its last line could pass for a whole one.
 */
export function textLines(text: string): Parsed<readonly string[]> {
  if (text.includes('\0')) return malformed('holds binary data');
  if (text !== '' && !text.endsWith('\n')) return malformed(cutOff);
  return parsed(text.split('\n').filter((line) => line !== ''));
}

import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

/**
 * The lines of a text whose writer ends every line. A text that stops within a line was cut off, and one
 * with a NUL byte is no text. Empty lines are left out.
 */
export function wholeLines(text: string): Parsed<readonly string[]> {
  if (text.includes('\0')) return malformed('holds binary data');
  if (text !== '' && !text.endsWith('\n')) return malformed('ends within a line: it was cut off');
  return parsed(text.split('\n').filter((line) => line !== ''));
}

import type { Parsed } from './parsed';
import { malformed, parsed } from './parsed';

/** A text of the firmware below /sys/class/dmi/id, without the blanks around it; empty where the firmware says nothing. */
export function parseDmiText(text: string): Parsed<string> {
  const value = text.trim();
  return value.length <= 256 && !/\p{Cc}/u.test(value) ? parsed(value) : malformed('is no text of a firmware');
}

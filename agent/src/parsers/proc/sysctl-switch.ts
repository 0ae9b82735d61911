import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

/** A number below /proc/sys that switches something on: zero is off, anything else on (ip-sysctl.rst). */
export function parseSysctlSwitch(text: string): Parsed<boolean> {
  return /^-?\d{1,10}\n?$/.test(text) ? parsed(Number(text) !== 0) : malformed('is no number');
}

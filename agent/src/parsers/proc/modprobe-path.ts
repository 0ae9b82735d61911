import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

/**
 * The path in /proc/sys/kernel/modprobe (sysctl/kernel.rst, modprobe). An empty one is valid: the kernel then loads
 * nothing by itself. The kernel keeps 255 characters.
 */
export function parseModprobePath(text: string): Parsed<string> {
  const path = text.replace(/\n$/, '');
  return path.length <= 255 && !/\p{Cc}/u.test(path) ? parsed(path) : malformed('is no path');
}

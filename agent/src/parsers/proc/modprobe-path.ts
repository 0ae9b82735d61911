import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

/**
 * The path in /proc/sys/kernel/modprobe (sysctl/kernel.rst, modprobe). An empty one is valid: the kernel then loads
 * nothing by itself, and prints a line end alone. A file of no bytes was not read from the kernel: archivers that believe
 * the sizes below /proc make such copies. The kernel keeps 255 characters.
 */
export function parseModprobePath(text: string): Parsed<string> {
  if (text === '') return malformed('holds nothing, not even a line end');
  const path = text.replace(/\n$/, '');
  return path.length <= 255 && !/\p{Cc}/u.test(path) ? parsed(path) : malformed('is no path');
}

import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import { textLines } from '../text-lines';

/**
 * `/proc/PID/net/dev` (proc_pid_net(5)): the names of all network devices of that namespace. A name is at most 15
 * characters, and the kernel allows neither a slash, a colon nor white space in it (dev_valid_name in net/core/dev.c).
 */
export function parseProcNetDev(text: string): Parsed<readonly string[]> {
  const lines = textLines(text);
  if (lines.status === 'malformed') return lines;
  const [head, columns, ...rows] = lines.value;
  if (head?.startsWith('Inter-|') !== true || columns?.startsWith(' face |') !== true)
    return malformed('has no header of a device table');
  const names: string[] = [];
  for (const row of rows) {
    const name = /^ *([^\s/:]{1,15}): *\d/.exec(row)?.[1];
    if (name === undefined || name === '.' || name === '..') return malformed('a line is no row of a device table');
    names.push(name);
  }
  return parsed(names);
}

import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

const line = /^(\S+) \d+ (?:\d+|-) \S+ (Live|Loading|Unloading)(?: 0x[0-9a-fA-F]+)?(?: \(\S*\))?$/;

/**
 * `/proc/modules` (proc_modules(5)): names of the modules that are live. One that is being loaded or
 * unloaded is left out; the next observation shows what became of it.
 */
export function parseProcModules(text: string): Parsed<ReadonlySet<string>> {
  const live = new Set<string>();
  for (const entry of text.split('\n')) {
    if (entry === '') continue;
    const match = line.exec(entry);
    if (match?.[1] === undefined) return malformed('a line is not in the format of /proc/modules');
    if (match[2] === 'Live') live.add(match[1]);
  }
  return parsed(live);
}

import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

/** `/proc/filesystems` (proc_filesystems(5)): names of the file systems that the kernel has registered. */
export function parseProcFilesystems(text: string): Parsed<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const name = /^(?:nodev)?\t([\w.-]+)$/.exec(line)?.[1];
    if (name === undefined) return malformed('a line is no file system');
    names.add(name);
  }
  // No kernel that has a /proc to read this from lists nothing.
  return names.size === 0 ? malformed('lists no file system') : parsed(names);
}

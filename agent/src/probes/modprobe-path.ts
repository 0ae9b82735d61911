import type { Parsed } from '../parsers/parsed';
import { malformed, parsed } from '../parsers/parsed';
import type { Probe } from './probe';
import { readParsed } from './read-parsed';

/** The program that the kernel starts when it needs a module (sysctl/kernel.rst, modprobe). A kernel without module support has none. */
export const modprobePathProbe: Probe<'modprobePath'> = {
  name: 'modprobe-path',
  facts: ['modprobePath'],
  gather: async ({ files }) => ({ modprobePath: await readParsed(files, 'proc/sys/kernel/modprobe', parsePath) }),
};

/** An empty path is valid: the kernel then loads nothing by itself. The kernel keeps 255 characters. */
function parsePath(text: string): Parsed<string> {
  const path = text.replace(/\n$/, '');
  return path.length <= 255 && !/\p{Cc}/u.test(path) ? parsed(path) : malformed('is no path');
}

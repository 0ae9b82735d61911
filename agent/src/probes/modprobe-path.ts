import { parseModprobePath } from '../parsers/proc/modprobe-path';
import type { Probe } from './probe';
import { readParsed } from './read-parsed';

/** The program that the kernel starts when it needs a module (sysctl/kernel.rst, modprobe). A kernel without module support has none. */
export const modprobePathProbe: Probe<'modprobePath'> = {
  name: 'modprobe-path',
  facts: ['modprobePath'],
  gather: async ({ files }) => ({
    modprobePath: await readParsed(files, 'proc/sys/kernel/modprobe', parseModprobePath),
  }),
};

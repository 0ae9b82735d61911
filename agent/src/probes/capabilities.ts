import { parseCapabilities } from '../parsers/proc/proc-status';
import type { Probe } from './probe';
import { readParsed } from './read-parsed';

/** What the host's first process, and so every container that it starts, may at most be allowed (capabilities(7)). */
export const capabilitiesProbe: Probe<'capabilities'> = {
  name: 'capabilities',
  facts: ['capabilities'],
  gather: async ({ files }) => ({ capabilities: await readParsed(files, 'proc/1/status', parseCapabilities) }),
};

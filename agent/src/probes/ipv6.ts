import { existsBeside } from './existence';
import type { Probe } from './probe';

/** Whether the running kernel has IPv6 enabled: it has no /proc/sys/net/ipv6 when IPv6 is not built, not loaded or off by `ipv6.disable=1` (ip-sysctl.rst). */
export const ipv6Probe: Probe<'ipv6Enabled'> = {
  name: 'ipv6',
  facts: ['ipv6Enabled'],
  gather: async ({ files }) => ({ ipv6Enabled: await existsBeside(files, 'proc/sys/net/ipv6', 'proc/sys/net') }),
};

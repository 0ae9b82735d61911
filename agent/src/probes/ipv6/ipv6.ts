import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import { kernelCommandLineWords } from '../../parsers/proc/kernel-command-line';
import { existsBeside } from '../existence';
import { gatherIpv6Devices } from './ipv6-devices';
import type { Probe } from '../probe';
import { longestCommandLine } from '../kernel-command-line';

/** Whether the running kernel has IPv6, and on which network devices it is switched off. */
export const ipv6Probe: Probe<'ipv6Enabled' | 'ipv6Devices'> = {
  name: 'ipv6',
  facts: ['ipv6Enabled', 'ipv6Devices'],
  gather: async (host) => {
    const [ipv6Enabled, ipv6Devices] = await Promise.all([gatherEnabled(host), gatherIpv6Devices(host)]);
    return { ipv6Enabled, ipv6Devices };
  },
};

const sysctls = 'proc/sys/net/ipv6';

/**
 * The running kernel has no /proc/sys/net/ipv6 when IPv6 is not built, not loaded or off by `ipv6.disable=1`
 * (ip-sysctl.rst). A captured tree may lack it because nobody captured it; the command line shows it there.
 */
async function gatherEnabled({ files, live }: Host): Promise<Fact<boolean>> {
  const seen = await existsBeside(files, sysctls, 'proc/sys/net');
  if (live || seen.status === 'unavailable' || seen.value) return seen;
  const commandLine = await files.readText('proc/cmdline', longestCommandLine);
  return commandLine.status === 'observed' && isDisabledBy(commandLine.value)
    ? observed(false, 'proc/cmdline')
    : unavailable('not-found', sysctls, 'a captured tree may lack it');
}

/** A parameter of the module ipv6, a number of which the last counts (net/ipv6/af_inet6.c). */
function isDisabledBy(commandLine: string): boolean {
  const values = kernelCommandLineWords(commandLine).flatMap((word) => /^ipv6\.disable=(.*)$/.exec(word)?.[1] ?? []);
  return /^[+]?0*[1-9]\d*$/.test(values.at(-1) ?? '');
}

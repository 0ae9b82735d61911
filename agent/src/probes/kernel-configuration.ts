import type { Fact, KernelConfiguration } from '@calico-readiness/requirements';
import { kernelSymbols, observed } from '@calico-readiness/requirements';
import type { KernelConfigFile } from '../parsers/kernel-config';
import { readKernelConfigFile } from './kernel-config-file';
import type { Probe } from './probe';
import { writtenValue } from './kept-symbols';

/**
 * The kernel's configuration, restricted to the symbols that the catalogue names. A symbol that the file does not
 * list is `n` when the file is complete, and left out when it is not.
 */
export const kernelConfigurationProbe: Probe<'kernelConfiguration'> = {
  name: 'kernel-configuration',
  facts: ['kernelConfiguration'],
  gather: async (host) => ({ kernelConfiguration: restricted(await readKernelConfigFile(host)) }),
};

function restricted(config: Fact<KernelConfigFile>): Fact<KernelConfiguration> {
  if (config.status === 'unavailable') return config;
  const { complete } = config.value;
  const values: Record<string, 'y' | 'm' | 'n'> = {};
  for (const symbol of kernelSymbols) {
    const value = writtenValue(config.value, symbol) ?? (complete ? 'n' : undefined);
    if (value !== undefined) values[symbol] = value;
  }
  return observed(values, config.source);
}

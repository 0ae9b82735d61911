import type { HostFactValues } from '../../src/model/host-facts';
import { stockValues } from '../stock-host';

/** The stock host's kernel configuration with some symbols changed. */
export const withSymbols = (
  symbols: Readonly<Record<string, 'y' | 'm' | 'n'>>,
): Pick<HostFactValues, 'kernelConfiguration'> => ({
  kernelConfiguration: { ...stockValues.kernelConfiguration, ...symbols },
});

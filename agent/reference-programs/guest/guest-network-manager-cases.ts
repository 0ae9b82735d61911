import fc from 'fast-check';
import { generatedConfigurationArbitrary } from '../network-manager/generated-network-manager-files';
import { configurationRows } from './guest-configuration-cases';
import { documentedRows } from './guest-documented-cases';
import type { NetworkManagerCase } from './guest-network-manager-script';
import { udevRows } from './guest-udev-cases';

/** Written by hand: what documents say, what administrators write in place of it, and what OpenShift brings. */
export const networkManagerCases: readonly NetworkManagerCase[] = [
  ...documentedRows,
  ...configurationRows,
  ...udevRows,
].map(([name, files, devices]) => ({
  name,
  files,
  devices: devices ?? 'before',
}));

/** Files that only look odd; the internal one is the daemon's own and left out. */
export const generatedNetworkManagerCases = (count: number): readonly NetworkManagerCase[] =>
  fc
    .sample(generatedConfigurationArbitrary, { seed: 20250311, numRuns: count })
    .map((files, index) => ({ name: `generated ${index}`, files, devices: 'before' }));

import type { MachineConfigObject } from '@calico-readiness/requirements';
import { stringify } from 'yaml';

/**
 * The ConfigMap that `spec.config` of a HyperShift NodePool refers to: the key `config` holds a MachineConfig. The
 * namespace is the NodePool's, which only the management cluster knows. Loaded on demand, for the YAML library.
 */
export const nodePoolYaml = (wanted: MachineConfigObject): string =>
  stringify(
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: wanted.metadata.name },
      data: { config: stringify(wanted, { lineWidth: 0 }) },
    },
    { lineWidth: 0, blockQuote: 'literal' },
  );

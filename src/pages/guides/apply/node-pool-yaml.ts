import { nodePoolConfig, yamlForm } from '@calico-readiness/requirements';
import type { MachineConfigObject } from '@calico-readiness/requirements';
import { stringify } from 'yaml';

/** The ConfigMap for `spec.config` of a NodePool. Loaded on demand, for the YAML library. */
export const nodePoolYaml = (wanted: MachineConfigObject): string =>
  stringify(
    nodePoolConfig(wanted, (object) => stringify(object, yamlForm)),
    { ...yamlForm, blockQuote: 'literal' },
  );

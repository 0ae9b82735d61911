import type { MachineConfigObject } from './machine-config';

/** A ConfigMap as far as the guides write one. */
export interface NodePoolConfig {
  readonly apiVersion: 'v1';
  readonly kind: 'ConfigMap';
  readonly metadata: { readonly name: string };
  readonly data: { readonly config: string };
}

/**
 * The ConfigMap that `spec.config` of a HyperShift NodePool refers to: the key `config` holds a MachineConfig, here as the
 * text that `write` makes of it. The namespace is the NodePool's, which only the management cluster knows.
 */
export const nodePoolConfig = (
  wanted: MachineConfigObject,
  write: (object: MachineConfigObject) => string,
): NodePoolConfig => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: wanted.metadata.name },
  data: { config: write(wanted) },
});

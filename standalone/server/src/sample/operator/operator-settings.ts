import type { RenderedConfig } from './rendered-config';

/** What tests may ask of the stand-in. */
export interface OperatorSettings {
  /** From one machine of a pool to its next. */
  readonly stepMilliseconds: number;
  /** The pool whose next machine cannot be updated. */
  readonly degradedPool: string | null;
  /** From a change of the node disruption policy to its status; null for never. */
  readonly policyMilliseconds: number | null;
}

export const firstSettings: OperatorSettings = {
  stepMilliseconds: 3000,
  degradedPool: null,
  policyMilliseconds: 1000,
};

/** Called when a machine has booted with another configuration. */
export type MachineUpdated = (node: string, config: RenderedConfig) => void;

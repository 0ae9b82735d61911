import type { HostFactName, HostFacts } from '@calico-readiness/requirements';
import type { Host } from '../host/host';

/** Gathers one group of facts. Reads only; what it can't see it returns as unavailable facts. */
export interface Probe<Names extends HostFactName = HostFactName> {
  /** For logs, e.g. `kernel-modules`. */
  readonly name: string;
  readonly facts: readonly Names[];
  gather(host: Host): Promise<Pick<HostFacts, Names>>;
}

/** A probe of whatever facts, as the list of all probes holds it. */
export interface AnyProbe {
  readonly name: string;
  readonly facts: readonly HostFactName[];
  gather(host: Host): Promise<Partial<HostFacts>>;
}

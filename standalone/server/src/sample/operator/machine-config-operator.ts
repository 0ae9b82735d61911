import type { KubernetesObject } from '../../kubernetes/kubernetes-object';
import type { ObjectStore } from '../../kubernetes/object-store';
import { machineConfigPoolType, machineConfigType } from '../../kubernetes/resource-type';
import { DisruptionPolicies } from './disruption-policies';
import { poolStatus } from './pool-status';
import { firstSettings, type MachineUpdated, type OperatorSettings } from './operator-settings';
import { repeat, type Repetition } from './repeat';
import { aimedAt, renderPool, roleOf, type RenderedConfig } from './rendered-config';

const renderMilliseconds = 300;

/**
 * Stands in for the Machine Config Operator, in the sample fleet only: renders the pools' configurations, and updates
 * one machine of each pool after the other. It drains and reboots nothing, for there is nothing.
 */
export class MachineConfigOperator {
  settings: OperatorSettings = firstSettings;
  readonly #store: ObjectStore;
  readonly #machines: ReadonlyMap<string, readonly string[]>;
  readonly #updated: MachineUpdated;
  readonly #policies: DisruptionPolicies;
  #steps: Repetition | undefined;
  /** The name of the configuration that each machine has. */
  readonly #current = new Map<string, string>();

  /** `machines` are the names of the nodes by pool. */
  constructor(store: ObjectStore, machines: ReadonlyMap<string, readonly string[]>, updated: MachineUpdated) {
    this.#store = store;
    this.#machines = machines;
    this.#updated = updated;
    this.#policies = new DisruptionPolicies(store, () => this.settings.policyMilliseconds);
    for (const pool of this.#pools) {
      const { name } = this.#target(pool);
      for (const machine of this.#machinesOf(pool)) this.#current.set(machine, name);
      this.#write(pool);
    }
  }

  /** Works until the signal aborts. */
  run(signal: AbortSignal): void {
    this.#policies.run(signal);
    let rendering: NodeJS.Timeout | undefined;
    const stop = this.#store.events.subscribe(({ type, change }) => {
      if (type !== machineConfigType && (type !== machineConfigPoolType || change === 'ADDED')) return;
      rendering ??= setTimeout(() => {
        rendering = undefined;
        this.#writeAll();
      }, renderMilliseconds);
    });
    this.#steps = repeat(
      () => this.#pools.forEach((pool) => this.#step(pool)),
      () => this.settings.stepMilliseconds,
    );
    signal.addEventListener('abort', () => {
      stop();
      clearTimeout(rendering);
      this.#steps?.stop();
    });
  }

  /** Takes effect at once, not after the step that is awaited. */
  configure(settings: Partial<OperatorSettings>): void {
    this.settings = { ...this.settings, ...settings };
    this.#steps?.restart();
    this.#policies.configured();
    this.#writeAll();
  }

  get #pools(): readonly KubernetesObject[] {
    return this.#store.list(machineConfigPoolType);
  }

  #machinesOf(pool: KubernetesObject): readonly string[] {
    return this.#machines.get(pool.metadata.name) ?? [];
  }

  #target(pool: KubernetesObject): RenderedConfig {
    const configs = this.#store.list(machineConfigType).filter((config) => roleOf(config) !== undefined);
    return renderPool(pool, configs);
  }

  #step(pool: KubernetesObject): void {
    const spec = pool['spec'] as { readonly paused?: boolean };
    const target = this.#target(pool);
    if (spec.paused === true || this.#isDegraded(pool, target)) return;
    const machine = this.#machinesOf(pool).find((name) => this.#current.get(name) !== target.name);
    if (machine === undefined) return;
    this.#current.set(machine, target.name);
    this.#write(pool);
    this.#updated(machine, target);
  }

  #isDegraded(pool: KubernetesObject, target: RenderedConfig): boolean {
    return (
      this.settings.degradedPool === pool.metadata.name &&
      this.#machinesOf(pool).some((name) => this.#current.get(name) !== target.name)
    );
  }

  #writeAll(): void {
    for (const pool of this.#pools) this.#write(pool);
  }

  /** Both the target and the status, which the store leaves alone where they say the same. */
  #write({ metadata }: KubernetesObject): void {
    const pool = this.#store.get(machineConfigPoolType, metadata.name);
    const target = this.#target(pool);
    const aimed = this.#store.update(machineConfigPoolType, aimedAt(pool, target), 'object');
    const machines = this.#machinesOf(pool);
    const behind = machines.filter((name) => this.#current.get(name) !== target.name);
    const status = poolStatus(aimed, {
      machines: machines.length,
      updated: machines.length - behind.length,
      degraded: this.#isDegraded(pool, target) ? (behind[0] ?? '') : undefined,
    });
    this.#store.update(machineConfigPoolType, { ...aimed, status }, 'status');
  }
}

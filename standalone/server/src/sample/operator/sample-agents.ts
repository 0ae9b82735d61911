import type { KubernetesObject } from '../../kubernetes/kubernetes-object';
import type { ObjectStore } from '../../kubernetes/object-store';
import { nodeReportType, nodeType, readinessPolicyType } from '../../kubernetes/resource-type';
import type { PlannedNode } from '../fleet-plan';
import { hostVariants, type HostVariant } from '../host-variants';
import { profileOf } from '../sample-policy';
import { nextReport } from '../sample-report';
import { keepsOff } from './network-manager-lists';
import type { RenderedConfig } from './rendered-config';

const observeMilliseconds = 400;
const spreadMilliseconds = 2_000;

/** The host after its pool's configuration came: files keep NetworkManager off. Nothing else is imitated. */
const variantUnder = (variant: HostVariant, config: Pick<RenderedConfig, 'files'> | undefined): HostVariant =>
  variant.startsWith('networkmanager-') && config !== undefined && keepsOff(config.files, hostVariants[variant])
    ? 'stock'
    : variant;

/**
 * Stand in for the agents, in the sample fleet only: observe anew after their node has booted, when somebody asks for it
 * in the report, and when another profile is declared.
 */
export class SampleAgents {
  readonly #store: ObjectStore;
  readonly #plan: ReadonlyMap<string, PlannedNode>;
  readonly #configs = new Map<string, RenderedConfig>();

  constructor(store: ObjectStore, plan: readonly PlannedNode[]) {
    this.#store = store;
    this.#plan = new Map(plan.map((node) => [node.name, node]));
  }

  /** The agent starts with its node. */
  booted(node: string, config: RenderedConfig): void {
    this.#configs.set(node, config);
    this.#soon(node);
  }

  run(signal: AbortSignal): void {
    const stop = this.#store.events.subscribe(({ type, object, previous }) => {
      if (type === readinessPolicyType && declaredIn(object) !== declaredIn(previous)) this.#judgeAnew();
      if (type !== nodeReportType || requestOf(object) === undefined) return;
      if (requestOf(object) !== requestOf(previous)) this.#soon(object.metadata.name);
    });
    signal.addEventListener('abort', stop);
  }

  #soon(name: string, milliseconds = observeMilliseconds): void {
    setTimeout(() => this.#observe(name), milliseconds).unref();
  }

  /** Agents hear of another profile at once, and spread out over a while. */
  #judgeAnew(): void {
    [...this.#plan.keys()].forEach((name, index, { length }) =>
      this.#soon(name, observeMilliseconds + (spreadMilliseconds * index) / length),
    );
  }

  #observe(name: string): void {
    const planned = this.#plan.get(name);
    const report = this.#store.find(nodeReportType, name);
    const node = this.#store.find(nodeType, name);
    if (planned?.reporting !== 'fresh' || report === undefined || node === undefined) return;
    const variant = variantUnder(planned.variant, this.#configs.get(name));
    this.#store.update(nodeReportType, nextReport(node, variant, report, profileOf(this.#store)), 'status');
  }
}

const requestOf = (report: KubernetesObject | undefined): unknown =>
  (report?.['spec'] as { readonly recheckRequestedAt?: string } | undefined)?.recheckRequestedAt;

/** As a text, to be compared. */
const declaredIn = (policy: KubernetesObject | undefined): string | undefined =>
  JSON.stringify((policy?.['spec'] as { readonly profile?: unknown } | undefined)?.profile);

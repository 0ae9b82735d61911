import type { KubernetesObject } from '../../kubernetes/kubernetes-object';
import type { ObjectStore } from '../../kubernetes/object-store';
import { nodeReportType, nodeType } from '../../kubernetes/resource-type';
import type { PlannedNode } from '../fleet-plan';
import type { HostVariant } from '../host-variants';
import { nextReport } from '../sample-report';
import type { RenderedConfig } from './rendered-config';

const calicoConf = '/etc/NetworkManager/conf.d/calico.conf';
const observeMilliseconds = 400;

/** The host after its pool's configuration came: the documented file keeps NetworkManager off. Nothing else is imitated. */
const variantUnder = (variant: HostVariant, config: Pick<RenderedConfig, 'files'> | undefined): HostVariant => {
  const takes = variant === 'networkmanager-manages-vxlan' || variant === 'networkmanager-manages-everything';
  return takes && config?.files[calicoConf]?.includes('unmanaged-devices') === true ? 'stock' : variant;
};

/**
 * Stand in for the agents, in the sample fleet only: observe anew after their node has booted, and when somebody asks
 * for it in the report.
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
      if (type !== nodeReportType || requestOf(object) === undefined) return;
      if (requestOf(object) !== requestOf(previous)) this.#soon(object.metadata.name);
    });
    signal.addEventListener('abort', stop);
  }

  #soon(name: string): void {
    setTimeout(() => this.#observe(name), observeMilliseconds).unref();
  }

  #observe(name: string): void {
    const planned = this.#plan.get(name);
    const report = this.#store.find(nodeReportType, name);
    const node = this.#store.find(nodeType, name);
    if (planned?.reporting !== 'fresh' || report === undefined || node === undefined) return;
    const variant = variantUnder(planned.variant, this.#configs.get(name));
    this.#store.update(nodeReportType, nextReport(node, variant, report), 'status');
  }
}

const requestOf = (report: KubernetesObject | undefined): unknown =>
  (report?.['spec'] as { readonly recheckRequestedAt?: string } | undefined)?.recheckRequestedAt;

import type { NodeReportSpec, RequestedFlowTest } from '@calico-readiness/requirements';
import type { KubernetesObject } from '../../kubernetes/kubernetes-object';
import type { ObjectStore } from '../../kubernetes/object-store';
import { nodeReportType, nodeType, readinessPolicyType } from '../../kubernetes/resource-type';
import type { PlannedNode } from '../fleet-plan';
import { hostVariants, type HostVariant } from '../host-variants';
import { profileOf } from '../sample-policy';
import type { SampleNetwork } from '../sample-network';
import { nextReport } from '../sample-report';
import { trafficOf, type SampleTraffic } from '../sample-traffic';
import { afterVisits, answerTo } from '../sample-visits';
import { keepsOff } from './network-manager-lists';
import type { RenderedConfig } from './rendered-config';

const observeMilliseconds = 400;
const visitMilliseconds = 1_500;
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

  readonly #network: SampleNetwork;

  constructor(store: ObjectStore, plan: readonly PlannedNode[], network: SampleNetwork) {
    this.#store = store;
    this.#network = network;
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
      if (type !== nodeReportType) return;
      const [{ recheckRequestedAt, flowTest }, before] = [specOf(object), specOf(previous)];
      const isAsked = flowTest !== undefined && flowTest.requestedAt !== before.flowTest?.requestedAt;
      const isRecheck = recheckRequestedAt !== undefined && recheckRequestedAt !== before.recheckRequestedAt;
      if (isAsked) this.#soon(object.metadata.name, visitMilliseconds, flowTest);
      if (isRecheck) this.#soon(object.metadata.name);
    });
    signal.addEventListener('abort', stop);
  }

  #soon(name: string, milliseconds = observeMilliseconds, asked?: RequestedFlowTest): void {
    setTimeout(() => this.#observe(name, asked), milliseconds).unref();
  }

  /** Agents hear of another profile at once, and spread out over a while. */
  #judgeAnew(): void {
    [...this.#plan.keys()].forEach((name, index, { length }) =>
      this.#soon(name, observeMilliseconds + (spreadMilliseconds * index) / length),
    );
  }

  #observe(name: string, asked?: RequestedFlowTest): void {
    const planned = this.#plan.get(name);
    const report = this.#store.find(nodeReportType, name);
    const node = this.#store.find(nodeType, name);
    if (planned?.reporting !== 'fresh' || report === undefined || node === undefined) return;
    const variant = variantUnder(planned.variant, this.#configs.get(name));
    const traffic = this.#traffic(planned, trafficOf(report), asked);
    this.#store.update(nodeReportType, nextReport(node, variant, report, profileOf(this.#store), traffic), 'status');
  }

  /** Visits the peers that are asked for, or else those that fail. */
  #traffic(node: PlannedNode, { flowTests, flowTest }: SampleTraffic, asked?: RequestedFlowTest): SampleTraffic {
    const before = flowTest === undefined ? {} : { flowTest };
    if (flowTests === undefined) return before;
    const visitor = { node, plan: this.#plan, network: this.#network, now: Date.now() };
    const peers = asked?.peers ?? flowTests.flows.flatMap(({ failing }) => failing.map(({ peer }) => peer));
    const answered = asked === undefined ? before : { flowTest: answerTo(asked, flowTests, visitor) };
    return { flowTests: afterVisits(flowTests, peers, visitor), ...answered };
  }
}

const specOf = (report: KubernetesObject | undefined): NodeReportSpec => (report?.['spec'] ?? {}) as NodeReportSpec;

/** As a text, to be compared. */
const declaredIn = (policy: KubernetesObject | undefined): string | undefined =>
  JSON.stringify((policy?.['spec'] as { readonly profile?: unknown } | undefined)?.profile);

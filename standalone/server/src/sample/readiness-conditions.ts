import { conditionType, judgedCondition, PolicyWaivers, readNode, ReportReader } from '@calico-readiness/agent';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import type { ObjectStore } from '../kubernetes/object-store';
import { nodeReportType, nodeType, readinessPolicyType } from '../kubernetes/resource-type';

interface HeldCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly lastTransitionTime: string;
}

const conditionsOf = (node: KubernetesObject): readonly HeldCondition[] =>
  (node['status'] as { readonly conditions?: readonly HeldCondition[] } | undefined)?.conditions ?? [];

/**
 * Stands in for the controller where it is asked to keep the condition `CalicoReady` of Nodes, in the sample fleet only:
 * with the controller's own functions, and at once.
 */
export class ReadinessConditions {
  readonly #store: ObjectStore;
  readonly #reader = new ReportReader();
  #waivers = new PolicyWaivers();

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /** Writes the condition of a node; nothing when it says so already. */
  write(name: string, now = Date.now()): void {
    const node = this.#store.find(nodeType, name);
    const known = node && readNode({ ...node, metadata: { ...node.metadata } });
    if (node === undefined || known === undefined) return;
    const report = this.#store.find(nodeReportType, name);
    const read = report && this.#reader.read({ ...report, metadata: { ...report.metadata } });
    const judged = judgedCondition(known, read, this.#waivers.activeAt(now).ofNode(known.labels ?? {}), now);
    const conditions = conditionsOf(node);
    const before = conditions.find(({ type }) => type === conditionType);
    if (before?.status === judged.status && before.reason === judged.reason && before.message === judged.message)
      return;
    const lastTransitionTime =
      before?.status === judged.status ? before.lastTransitionTime : new Date(now).toISOString();
    const others = conditions.filter(({ type }) => type !== conditionType);
    const status = {
      ...(node['status'] ?? {}),
      conditions: [...others, { type: conditionType, ...judged, lastTransitionTime }],
    };
    this.#store.update(nodeType, { ...node, status }, 'status');
  }

  /** Writes those of all nodes, by the waivers that the policy has now. */
  writeAll(): void {
    this.#takeWaivers();
    for (const { metadata } of this.#store.list(nodeType)) this.write(metadata.name);
  }

  /** Whether the policy has other waivers now. */
  #takeWaivers(): boolean {
    const spec = this.#store.find(readinessPolicyType, 'cluster')?.['spec'] as { waivers?: unknown } | undefined;
    const before = this.#waivers;
    this.#waivers = before.as(spec?.waivers);
    return this.#waivers !== before;
  }

  run(signal: AbortSignal): void {
    const stop = this.#store.events.subscribe(({ type: changed, object }) => {
      if (changed === nodeReportType) this.write(object.metadata.name);
      if (changed === readinessPolicyType && this.#takeWaivers()) this.writeAll();
    });
    signal.addEventListener('abort', stop);
  }
}

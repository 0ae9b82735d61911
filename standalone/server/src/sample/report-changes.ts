import type { NodeReportStatus } from '@calico-readiness/requirements';
import type { ObjectStore } from '../kubernetes/object-store';
import { nodeReportType, nodeType } from '../kubernetes/resource-type';
import type { PlannedNode } from './fleet-plan';
import { profileOf } from './sample-policy';
import { nextReport } from './sample-report';

/** Nodes that go from ready to not ready or back, one after the other and at a pace, where a test asks for it. */
export class ReportChanges {
  readonly #store: ObjectStore;
  readonly #names: readonly string[];
  #next = 0;
  #perSecond = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(store: ObjectStore, plan: readonly PlannedNode[]) {
    this.#store = store;
    this.#names = plan.filter(({ reporting }) => reporting === 'fresh').map(({ name }) => name);
  }

  get perSecond(): number {
    return this.#perSecond;
  }

  /** 0 ends it. */
  setPace(perSecond: number): void {
    clearInterval(this.#timer);
    this.#perSecond = perSecond;
    if (perSecond > 0) this.#timer = setInterval(() => this.#change(), 1000 / perSecond).unref();
  }

  #change(): void {
    const name = this.#names[this.#next++ % this.#names.length] ?? '';
    const node = this.#store.find(nodeType, name);
    const report = this.#store.find(nodeReportType, name);
    if (node === undefined || report === undefined) return;
    const { verdict } = report['status'] as NodeReportStatus;
    const variant = verdict === 'NotReady' ? 'stock' : 'networkmanager-manages-everything';
    this.#store.update(nodeReportType, nextReport(node, variant, report, profileOf(this.#store)), 'status');
  }
}

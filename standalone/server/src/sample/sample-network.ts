import type { PlannedNode } from './fleet-plan';
import { closedNode, filteredPath } from './sample-flows';

/** What stands between the nodes of the sample, until a test repairs it. */
export class SampleNetwork {
  #isRepaired = false;

  get isRepaired(): boolean {
    return this.#isRepaired;
  }

  setRepaired(isRepaired: boolean): void {
    this.#isRepaired = isRepaired;
  }

  /** Whether VXLAN from one node to another is filtered. */
  filters(from: PlannedNode, to: PlannedNode): boolean {
    if (this.#isRepaired) return false;
    return to.name === closedNode || (from.zone === filteredPath.from && to.zone === filteredPath.to);
  }
}

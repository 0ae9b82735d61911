import type { NodeObject } from '../k8s/models';
import { FollowedList } from './followed-list';
import { nodeList } from './node-list';
import { ReportList } from './report-list';
import type { KeptReport } from './report-list';

/** Milliseconds after which lists are given up whose page did not come. */
const patience = 10_000;

/** The lists of a fleet, begun for a page that is about to be drawn for the first time. */
export class BegunLists {
  readonly reportKind = new ReportList();
  readonly nodes = new FollowedList<NodeObject>(nodeList, nobody);
  readonly reports = new FollowedList<KeptReport>(this.reportKind, nobody);
  private readonly waiting = new Set<unknown>([this.nodes, this.reports]);

  constructor() {
    setTimeout(() => {
      for (const list of [this.nodes, this.reports]) if (this.claim(list)) list.stop();
    }, patience);
  }

  /** Whether the page that claims its lists may still come. */
  get isWaiting(): boolean {
    return this.waiting.size > 0;
  }

  /** Gives a list to who follows it from now on and stops it in the end; false where that is somebody else already. */
  claim(list: unknown): boolean {
    return this.waiting.delete(list);
  }
}

const nobody = (): void => undefined;

let begun: BegunLists | undefined;

/** Begins the lists of a fleet as soon as the code is there: what has arrived by then is in the first picture of the page. */
export function beginLists(): void {
  if (begun?.isWaiting !== true) begun = new BegunLists();
}

/** The lists that wait for a page, if there are any. */
export const begunLists = (): BegunLists | undefined => (begun?.isWaiting === true ? begun : undefined);

import type { Chapter, Connectivity, GuideId, Level, Scope, Verdict } from '@calico-readiness/requirements';
import type { FilledNodeReport } from '../publish/node-report';

/** A finding with all its texts in English, ready to be laid out. Host text in it is one safe line. */
export interface PrintableFinding {
  readonly requirement: string;
  readonly chapter: Chapter;
  readonly scope: Scope;
  readonly level: Level;
  readonly verdict: Verdict;
  readonly reason: string;
  /** A true sentence for this verdict: the requirement's title, or what is wrong. */
  readonly title: string;
  /** What was seen; empty when nothing was. */
  readonly observed: string;
  readonly needed: string;
  /** What goes wrong because of it, by the program that is to blame; only where the catalogue can tell. */
  readonly breaks?: readonly string[];
  /** What to do in one line; empty when there is nothing to do. */
  readonly remedy: string;
  /** What the change of the guide would make of it; only where that was predicted. */
  readonly predicted?: string;
  readonly guide: GuideId;
  /** Why it does not apply; only for NotApplicable. */
  readonly notApplicableBecause?: string;
  /** Whether this Unknown is why the node is not called ready. */
  readonly holdsReadyBack: boolean;
}

/** One fact of the host that keeps several requirements from being met, with its texts in English. */
export interface PrintableRoot {
  readonly verdict: Verdict;
  readonly title: string;
  /** What was seen of it, one safe line; empty when the findings say it all. */
  readonly observed: string;
  readonly remedy: string;
  /** Ids of the requirements that it keeps from being met, in catalogue order. */
  readonly requirements: readonly string[];
}

/** Everything that a printer may print of one checked host. */
export interface PrintableReport {
  readonly node: string;
  readonly report: FilledNodeReport;
  readonly connectivity: Connectivity;
  /** Worst first. */
  readonly roots: readonly PrintableRoot[];
  /** In catalogue order. */
  readonly findings: readonly PrintableFinding[];
}

/** How the text will be shown. */
export interface PrintStyle {
  /** Columns that a line may take. */
  readonly width: number;
  /** Whether escape codes for colour are allowed. */
  readonly colour: boolean;
  /** Whether characters beyond ASCII are allowed. */
  readonly unicode: boolean;
}

/** Lays a checked host out as text that ends in a line feed. Pure. */
export type Printer = (report: PrintableReport, style: PrintStyle) => string;

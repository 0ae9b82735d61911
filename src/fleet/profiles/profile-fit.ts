import { bearingOfFindings, compareCauses } from '@calico-readiness/requirements';
import type { ActiveWaivers, Labels, NodeVerdictWithWaivers } from '@calico-readiness/requirements';
import type { ReadReport } from '../../k8s/read-node-report';
import type { CountedCause } from '../causes';
import { causesOfReport } from '../node-causes';
import { verdictOfReport } from '../report-verdict';
import { rowWaivers } from '../waivers/row-waivers';
import { reportUnder } from '../what-if/what-if-fleet';
import type { WhatIfValues } from '../what-if/what-if-profile';

/** What becomes of the nodes with a current report under one profile. What is waived currently is waived here as well, as in a what-if. */
export interface ProfileFit {
  readonly verdicts: Readonly<Record<NodeVerdictWithWaivers, number>>;
  /** What would keep nodes from being ready, or may: blocking causes first, each with most nodes first. */
  readonly causes: readonly CountedCause[];
}

type Described = Omit<CountedCause, 'nodes' | 'waivedNodes' | 'requirements' | 'reasons'>;

/** A cause under one profile, as often as it is met the same object. */
interface KnownCause extends Described {
  readonly requirements: Set<string>;
  readonly reasons: Set<string>;
}

/** What one report comes to under one profile. */
export interface Outcome {
  readonly verdict: NodeVerdictWithWaivers;
  /** Those that are not waived on the node. */
  readonly causes: readonly KnownCause[];
}

/**
 * Judges reports under one profile and keeps of each its verdict and its causes alone: whole findings of thousands of
 * nodes under a dozen profiles would take the browser a gigabyte.
 */
export class ProfileJudge {
  private readonly causes = new Map<string, KnownCause>();

  constructor(private readonly values: WhatIfValues) {}

  outcome(present: ReadReport, active: ActiveWaivers, labels: Labels): Outcome {
    const report = reportUnder(present, this.values);
    const waived = rowWaivers(active, report, labels);
    const causes: KnownCause[] = [];
    for (const { key, root, verdict, findings } of causesOfReport(report)) {
      const [first] = findings;
      const bearing = bearingOfFindings(findings);
      if (first === undefined || bearing === 'does-not-block') continue;
      const { requirement, reason } = first;
      const known = this.causes.get(key) ?? {
        ...(root !== undefined && { root }),
        ...{ requirement, reason, verdict, bearing },
        ...{ requirements: new Set<string>(), reasons: new Set<string>() },
      };
      this.causes.set(key, known);
      for (const finding of findings) {
        known.requirements.add(finding.requirement);
        known.reasons.add(finding.reason);
      }
      const isWaived = findings.every(({ requirement: one }) => waived?.has(one) === true);
      if (!isWaived) causes.push(known);
    }
    return { verdict: verdictOfReport(report, waived), causes };
  }
}

/** Adds up outcomes of one profile. */
export class FitCount {
  private readonly verdicts: Record<NodeVerdictWithWaivers, number> = {
    Ready: 0,
    ReadyWithWaivers: 0,
    NotReady: 0,
    Unknown: 0,
  };
  private readonly nodes = new Map<KnownCause, number>();

  add({ verdict, causes }: Outcome): void {
    this.verdicts[verdict] += 1;
    for (const cause of causes) this.nodes.set(cause, (this.nodes.get(cause) ?? 0) + 1);
  }

  fit(): ProfileFit {
    const causes = [...this.nodes].map(([{ requirements, reasons, ...cause }, nodes]): CountedCause => ({
      ...cause,
      requirements: [...requirements],
      reasons: [...reasons],
      nodes,
      waivedNodes: 0,
    }));
    return { verdicts: this.verdicts, causes: causes.sort(compareCauses) };
  }
}

/** Best first: most nodes that are ready, with waivers or without, then fewest that are not. Unknown is neither. */
export const compareFits = ({ verdicts: one }: ProfileFit, { verdicts: other }: ProfileFit): number =>
  ready(other) - ready(one) || other.Ready - one.Ready || one.NotReady - other.NotReady;

const ready = ({ Ready, ReadyWithWaivers }: ProfileFit['verdicts']): number => Ready + ReadyWithWaivers;

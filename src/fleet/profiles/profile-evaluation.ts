import type { ActiveWaivers, NodeWaivers } from '@calico-readiness/requirements';
import type { ReadReport } from '../../k8s/read-node-report';
import type { Fleet } from '../build-fleet';
import { isCurrent } from '../node-row';
import type { ReportedRow } from '../node-row';
import { FitCount, ProfileJudge } from './profile-fit';
import type { Outcome, ProfileFit } from './profile-fit';
import type { WhatIfValues } from '../what-if/what-if-profile';

/** Different reports of which the outcomes are shared; nodes of a pool are much alike, so more would rarely be met again. */
const mostShared = 500;

/** Outcomes of what a report says, whenever it was observed: a heartbeat says nothing new. */
interface Remembered extends Pick<ReadReport, 'facts' | 'profile' | 'verdict'> {
  /** What is waived on the node. */
  readonly waivers: NodeWaivers;
  readonly outcomes: readonly Outcome[];
}

/**
 * A fleet of whole reports under several profiles at once. Whoever evaluates takes as many rows at a time as it has
 * time for, and only new reports cost any.
 */
export class ProfileEvaluation {
  private readonly judges: readonly ProfileJudge[];
  private readonly ofFindings = new WeakMap<ReadReport['findings'], Remembered>();
  private readonly ofText = new Map<string, readonly Outcome[]>();

  constructor(values: readonly WhatIfValues[]) {
    this.judges = values.map((value) => new ProfileJudge(value));
  }

  /** What the nodes come to under each of the profiles, in their order: one number of rows after the other. */
  *fits(fleet: Fleet): Generator<undefined, readonly ProfileFit[], undefined> {
    const counts = this.judges.map(() => new FitCount());
    for (const row of fleet.rows) {
      // Stale reports and nodes without one are evaluated under no profile, and so are ready under none.
      if (isCurrent(row))
        this.outcomes(row, fleet.waivers.active).forEach((outcome, index) => counts[index]?.add(outcome));
      yield;
    }
    return counts.map((count) => count.fit());
  }

  private outcomes({ report, labels }: ReportedRow, active: ActiveWaivers): readonly Outcome[] {
    const waivers = active.ofNode(labels);
    const known = this.ofFindings.get(report.findings);
    if (known?.facts === report.facts && known.profile === report.profile && known.verdict === report.verdict)
      if (known.waivers === waivers) return known.outcomes;
    const text = `${textOf(report)} ${[...waivers.keys()].sort().join()}`;
    let outcomes = this.ofText.get(text);
    if (outcomes === undefined) {
      outcomes = this.judges.map((judge) => judge.outcome(report, active, labels));
      if (this.ofText.size < mostShared) this.ofText.set(text, outcomes);
    }
    const { facts, profile, verdict } = report;
    this.ofFindings.set(report.findings, { facts, verdict, waivers, outcomes, ...(profile && { profile }) });
    return outcomes;
  }
}

/** All that a verdict and its causes hang on: what was observed, and what the agent made of it. */
const textOf = ({ findings, facts, profile, verdict }: ReadReport): string =>
  JSON.stringify([
    verdict,
    profile,
    facts,
    [...findings.values()].map(({ requirement, verdict: found, reason }) => [requirement, found, reason]),
  ]);

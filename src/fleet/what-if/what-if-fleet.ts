import type { ActiveWaivers } from '@calico-readiness/requirements';
import { judgementOf } from '../../k8s/judgement';
import { worseOf } from '../../k8s/read-node-report';
import type { ReadReport } from '../../k8s/read-node-report';
import { fleetOfRows } from '../build-fleet';
import type { Fleet } from '../build-fleet';
import { isCurrent } from '../node-row';
import type { NodeRow } from '../node-row';
import { verdictOfReport } from '../report-verdict';
import { noWaivers } from '../waivers/fleet-waivers';
import type { FleetWaivers } from '../waivers/fleet-waivers';
import { rowWaivers } from '../waivers/row-waivers';
import { findingsUnder } from './what-if-findings';
import { profileUnder } from './what-if-profile';
import type { WhatIfValues } from './what-if-profile';

/** Judges rows under one what-if and remembers what came out, so that only new reports cost anything. */
export class WhatIfJudge {
  private rows = new WeakMap<NodeRow, NodeRow>();
  private readonly reports = new WeakMap<ReadReport, ReadReport>();

  /** What is waived currently is waived under a what-if as well. */
  private active: ActiveWaivers = noWaivers.active;

  constructor(private readonly values: WhatIfValues) {}

  /** The waivers to judge by from now on; every row is judged anew where they are others. */
  waive({ active }: FleetWaivers): void {
    if (active === this.active) return;
    this.active = active;
    this.rows = new WeakMap();
  }

  /** The row as it would be; the same object when the what-if does not touch it, as with a report that is stale or missing. */
  row(present: NodeRow): NodeRow {
    const known = this.rows.get(present) ?? this.judgeRow(present);
    this.rows.set(present, known);
    return known;
  }

  /** The whole fleet as it would be. */
  fleet(present: Fleet): Fleet {
    const rows = present.rows.map((row) => this.row(row));
    return { ...fleetOfRows(rows, present.machineConfigPools, present.waivers), present };
  }

  private judgeRow(present: NodeRow): NodeRow {
    if (!isCurrent(present)) return present;
    const report = this.judgeReport(present.report);
    if (report === present.report) return present;
    const waived = rowWaivers(this.active, report, present.labels);
    const { connectivity: flows } = report;
    return {
      ...present,
      report,
      verdict: verdictOfReport(report, waived),
      connectivity: flows,
      waived,
      present,
    };
  }

  private judgeReport(report: ReadReport): ReadReport {
    const known = this.reports.get(report) ?? reportUnder(report, this.values);
    this.reports.set(report, known);
    return known;
  }
}

/** The report as it would be; the same object when its own profile is what the what-if asks for. */
export function reportUnder(report: ReadReport, values: WhatIfValues): ReadReport {
  const profile = report.profile && profileUnder(report.profile, values);
  if (profile !== undefined && profile === report.profile) return report;
  const findings = findingsUnder(report, profile);
  const { verdict, connectivity } = judgementOf(findings);
  // An agent that thinks worse of its node than its own findings do is not overruled here either.
  const isOverruled = report.verdict === judgementOf(report.findings).verdict;
  return {
    ...report,
    ...(profile && { profile, calicoVersion: profile.calicoVersion.value }),
    findings,
    verdict: isOverruled ? verdict : worseOf(report.verdict, verdict),
    connectivity,
  };
}

import type { ReadReport } from '../k8s/read-node-report';
import { fleetOfRows } from './build-fleet';
import type { Fleet } from './build-fleet';
import type { NodeRow } from './node-row';

/** Puts whole reports into the rows of a fleet that were read from lines, as far as they are wanted. */
export class WholeRows {
  private readonly reports = new Map<string, ReadReport>();
  /** Reports that were asked for as a whole after they were seen: what came then is what there is. */
  private readonly settled = new WeakSet<ReadReport>();
  private readonly rows = new WeakMap<NodeRow, NodeRow>();

  constructor(private readonly wants: (row: NodeRow) => boolean) {}

  add(reports: readonly ReadReport[]): void {
    for (const report of reports) this.reports.set(report.name, report);
  }

  /** These rows were asked for, and everything that there is has arrived. */
  settle(rows: readonly NodeRow[]): void {
    for (const { report } of rows) if (report !== undefined) this.settled.add(report);
  }

  /** How many rows are wanted as a whole and were read from a line. */
  wanted(fleet: Fleet): number {
    return fleet.rows.filter((row) => this.isWanted(row)).length;
  }

  /** Those of them that still have to be asked for. */
  missing(fleet: Fleet): readonly NodeRow[] {
    return fleet.rows.filter((row) => this.isWanted(row) && !this.isHere(row.report));
  }

  /** The fleet with what is there. A row that did not change keeps its identity. */
  fleet(fleet: Fleet): Fleet {
    const rows = fleet.rows.map((row) => this.whole(row));
    return { ...fleetOfRows(rows, fleet.machineConfigPools, fleet.waivers) };
  }

  /** The row with its whole report, where that is wanted and there. */
  whole(row: NodeRow): NodeRow {
    const { report } = row;
    const whole = this.reports.get(row.name);
    if (report === undefined || whole === undefined || !this.isWanted(row)) return row;
    // A node of the same name that is another machine.
    if (whole.nodeUid !== report.nodeUid) return row;
    const known = this.rows.get(row);
    if (known !== undefined) return known;
    const { observedAt } = report;
    const merged = { ...row, report: { ...whole, ...(observedAt !== undefined && { observedAt }) } };
    this.rows.set(row, merged);
    return merged;
  }

  private isWanted(row: NodeRow): boolean {
    return row.report?.isCompact === true && this.wants(row);
  }

  private isHere(report: ReadReport | undefined): boolean {
    if (report === undefined || this.settled.has(report)) return true;
    return report.line !== undefined && this.reports.get(report.name)?.line === report.line;
  }
}

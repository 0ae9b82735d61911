import type { ClusterProfile } from '@calico-readiness/requirements';
import type { ListedObject } from '../k8s/list-answer';
import { listUrl, nodeReportKind } from '../k8s/models';
import { readCompactReport } from '../k8s/read-compact-report';
import { readNodeReport } from '../k8s/read-node-report';
import type { ReadReport } from '../k8s/read-node-report';
import { asTime } from '../k8s/untyped';
import type { Arrival, Kept, ListKind } from './list-kind';
import { fetchWholeReports, takeFirstReport } from './whole-reports';

/** A report with the line that the list shows of it, also where that can't be read and the report was read whole. */
export interface KeptReport {
  readonly line?: string;
  readonly report: ReadReport;
}

/** Of how many reports of one page the whole is asked for one by one; of more, it is asked for the page. */
const mostOneByOne = 10;
/** Profiles that are read; a cluster has one, and a second while it changes. */
const mostProfiles = 32;

/** A row that was read, whose profile may not be known yet. */
interface ReadRow {
  readonly name: string;
  readonly line: string;
  readonly mark: string;
  readonly report: ReadReport;
}

/** Reports by their compact lines, and whole where there is none that can be read. */
export class ReportList implements ListKind<KeptReport> {
  readonly plural = nodeReportKind.plural;
  readonly url = listUrl(nodeReportKind);
  readonly includeObject = 'None';
  /** By mark; null for one that no report could tell. */
  private readonly profiles = new Map<string, ClusterProfile | null>();

  readonly keep = async (arrival: Arrival<KeptReport>): Promise<ReadonlyMap<string, Kept<KeptReport>>> => {
    const kept = new Map<string, Kept<KeptReport>>();
    const rows: ReadRow[] = [];
    const unread: string[] = [];
    for (const object of arrival.objects) {
      const { name } = object;
      const former = arrival.known(name);
      if (object.whole !== undefined) kept.set(name, wholly(readNodeReport(object.whole)));
      else if (object.cell('Verdict') === null) kept.set(name, null);
      else {
        const row = readRow(object);
        if (former?.line !== undefined && isSame(former, object, row))
          kept.set(name, seenAt(former, asTime(object.cell('ObservedAt'))));
        // Whose facts stand for those of others of its profile stays whole.
        else if (row === undefined || isWhole(former)) unread.push(name);
        else rows.push(row);
      }
    }
    if (unread.length > mostOneByOne && arrival.wholePage !== undefined)
      for (const { name, whole } of await arrival.wholePage()) kept.set(name, wholly(readNodeReport(whole)));
    else for (const [name, report] of await fetchWholeReports(unread)) kept.set(name, wholly(report));
    for (const [name, report] of await this.readProfiles(rows)) kept.set(name, report);
    for (const row of rows) if (!kept.has(row.name)) kept.set(row.name, this.withProfile(row));
    return kept;
  };

  /** Reads one whole report for each profile that is not known; resolves to these reports, which are better than their rows. */
  private async readProfiles(rows: readonly ReadRow[]): Promise<ReadonlyMap<string, KeptReport>> {
    const witnesses = new Map<string, ReadRow>();
    for (const row of rows)
      if (
        !this.profiles.has(row.mark) &&
        !witnesses.has(row.mark) &&
        this.profiles.size + witnesses.size < mostProfiles
      )
        witnesses.set(row.mark, row);
    const first = witnesses.size === 0 ? null : await takeFirstReport();
    const others = [...witnesses.values()].map(({ name }) => name).filter((name) => name !== first?.name);
    const reports = await fetchWholeReports(others);
    const kept = new Map<string, KeptReport>();
    for (const { mark, line, name } of witnesses.values()) {
      const report = name === first?.name ? first : reports.get(name);
      // One that was written anew meanwhile may be of another profile; the next row tells.
      if (report?.line !== line) continue;
      this.profiles.set(mark, report.profile ?? null);
      kept.set(name, { line, report });
    }
    return kept;
  }

  private withProfile({ line, mark, report }: ReadRow): KeptReport {
    const profile = this.profiles.get(mark) ?? undefined;
    return { line, report: profile === undefined ? report : { ...report, profile } };
  }
}

/** Whether a row says what is kept already, but for its time. A profile that could not be told is asked for again. */
const isSame = ({ line, report }: KeptReport, { cell }: ListedObject, row: ReadRow | undefined): boolean =>
  line === cell('Compact') && (row === undefined || report.profile !== undefined);

function readRow(object: ListedObject): ReadRow | undefined {
  const read = readCompactReport(object);
  const line = object.cell('Compact');
  return read === undefined || typeof line !== 'string'
    ? undefined
    : { name: object.name, line, mark: read.profileMark, report: read.report };
}

/** What was kept, with the time of a heartbeat. */
function seenAt(former: KeptReport, observedAt: number | undefined): KeptReport {
  if (former.report.observedAt === observedAt || observedAt === undefined) return former;
  return { ...former, report: { ...former.report, observedAt } };
}

const isWhole = (former: Kept<KeptReport> | undefined): boolean =>
  former !== undefined && former !== null && former.line !== undefined && former.report.isCompact !== true;

const wholly = (report: ReadReport | null | undefined): Kept<KeptReport> =>
  report === null || report === undefined ? null : { report, ...(report.line !== undefined && { line: report.line }) };

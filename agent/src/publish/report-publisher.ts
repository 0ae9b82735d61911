import type { NodeReport } from '@calico-readiness/requirements';
import type { FilledNodeReport, NodeReportInput } from './node-report';
import { buildNodeReport, verdictLabel } from './node-report';
import type { ReportApi } from './report-api';
import { ApiError } from './report-api';
import { sameMeaning } from './report-meaning';

const mostConflicts = 5;

/** What a publisher gets; it knows the rest itself. */
export type Publishable = Omit<NodeReportInput, 'nodeUID' | 'previous'>;

/** Keeps one node's report in the API up to date. Remembers what the API holds, so that an unchanged report costs no request. */
export class ReportPublisher {
  private held: NodeReport | undefined;
  /** What was written last. Compared in place of what the API made of it: an older schema may have dropped a field. */
  private written: FilledNodeReport | undefined;
  /** Null when there is no such Node; undefined when nobody asked yet. */
  private nodeUID: string | null | undefined;

  constructor(private readonly api: ReportApi) {}

  /** When the newest published observation began. */
  get observedAt(): string | undefined {
    return (this.written ?? this.held)?.status?.observedAt;
  }

  /** The report as a watch shows it; undefined when it was deleted, so that the next one is created anew. */
  see(report: NodeReport | undefined): void {
    this.held = report;
    if (report === undefined) this.forget();
  }

  /**
   * Writes the report when it says something new, or `anyway`; resolves to whether it was written. A conflict makes it
   * read again and try again. Rejects when the API is away or refuses.
   */
  async publish(input: Publishable, anyway: boolean): Promise<boolean> {
    for (let conflicts = 0; ; conflicts += 1) {
      try {
        return await this.publishOnce(input, anyway);
      } catch (error) {
        const gone = error instanceof ApiError && error.status === 404 && this.held !== undefined;
        const conflict = error instanceof ApiError && error.status === 409;
        this.forget();
        if (!(gone || conflict) || conflicts >= mostConflicts) throw error;
      }
    }
  }

  private async publishOnce(input: Publishable, anyway: boolean): Promise<boolean> {
    const { nodeName } = input;
    this.held ??= await this.api.readReport(nodeName);
    // A Node that is not there yet is asked for again with each heartbeat, not with each observation.
    if (this.nodeUID === undefined || (this.nodeUID === null && anyway))
      this.nodeUID = (await this.api.readNodeUID(nodeName)) ?? null;
    const previous = this.written ?? this.held;
    const report = buildNodeReport({
      ...input,
      ...(this.nodeUID !== null && { nodeUID: this.nodeUID }),
      ...(previous && { previous }),
    });
    if (!anyway && previous !== undefined && sameMeaning(previous, report)) return false;
    this.held ??= await this.api.createReport(report);
    const { resourceVersion } = this.held.metadata;
    const metadata = { ...report.metadata, ...(resourceVersion !== undefined && { resourceVersion }) };
    this.held = await this.api.replaceStatus({ ...report, metadata });
    if (!sameMetadata(this.held, report)) this.held = await this.api.patchMetadata(report);
    this.written = report;
    return true;
  }

  private forget(): void {
    this.held = undefined;
    this.written = undefined;
    this.nodeUID = undefined;
  }
}

/** Writing a status leaves the metadata as it was. */
function sameMetadata(held: NodeReport, report: FilledNodeReport): boolean {
  const owner = report.metadata.ownerReferences?.[0]?.uid;
  return (
    held.metadata.labels?.[verdictLabel] === report.metadata.labels?.[verdictLabel] &&
    (owner === undefined || held.metadata.ownerReferences?.some(({ uid }) => uid === owner) === true)
  );
}

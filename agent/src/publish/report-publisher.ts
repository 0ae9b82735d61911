import type { NodeReport } from '@calico-readiness/requirements';
import type { AgentLog } from '../foundation/agent-log';
import type { NodeIdentity } from './cloud-of-node';
import { inCloudOfNode } from './cloud-of-node';
import { KnownReport } from './known-report';
import { NodeMissingError } from './node-missing';
import type { FilledNodeReport, NodeReportInput } from './node-report';
import { RepairLimit } from './repair-limit';
import type { ReportApi } from './report-api';
import { ApiError } from '../cluster/api-error';
import { sameMeaning } from './report-meaning';
import { ReportMetadata } from './report-metadata';
import { WordsOfDefinitions } from './words/words-of-definitions';

/** Only creating a report that somebody else created meanwhile is a conflict, or a report that was deleted. */
const mostConflicts = 3;

/** What a publisher gets; it knows the rest itself. */
export type Publishable = Omit<NodeReportInput, 'nodeUID' | 'previous'>;

/**
 * Keeps one node's report in the API up to date. A report is created with its Node as owner or
 * not at all: one without an owner would outlive the Node.
 */
export class ReportPublisher {
  private readonly known = new KnownReport();
  private node: NodeIdentity | undefined;
  private readonly repairs = new RepairLimit();
  private readonly metadata: ReportMetadata;
  private readonly words: WordsOfDefinitions;

  constructor(
    private readonly api: ReportApi,
    log: AgentLog,
    /** Monotonic, milliseconds. */
    private readonly now: () => number = () => performance.now(),
  ) {
    this.metadata = new ReportMetadata(api, log);
    this.words = new WordsOfDefinitions(log, now);
  }

  /** When the newest published observation began. */
  get observedAt(): string | undefined {
    return this.known.observedAt;
  }

  /** Whether the report is gone, or says something else than what was written. */
  get isAstray(): boolean {
    return this.known.isAstray;
  }

  /**
   * The report as a watch shows it; undefined when it was deleted, so that the next one is created anew. Tells when to
   * publish again, by the monotonic clock: Infinity while it is what was written.
   */
  see(report: NodeReport | undefined): number {
    this.known.see(report);
    if (report === undefined) {
      this.node = undefined;
      this.metadata.forget();
    }
    return this.isAstray ? this.repairs.nextLook(this.now()) : Infinity;
  }

  /**
   * Writes the report when it says something new, when somebody else changed it, or `anyway`; resolves to whether it was
   * written. Rejects with NodeMissingError without a Node, and when the API is away or refuses; what of the observation
   * was written by then is not written again.
   */
  async publish(input: Publishable, anyway: boolean): Promise<boolean> {
    for (let conflicts = 0; ; conflicts += 1) {
      try {
        return await this.publishOnce(input, anyway);
      } catch (error) {
        if (error instanceof NodeMissingError) throw error;
        const gone = error instanceof ApiError && error.status === 404 && this.known.held !== undefined;
        const conflict = error instanceof ApiError && error.status === 409;
        this.known.held = undefined;
        this.node = undefined;
        if (!(gone || conflict) || conflicts >= mostConflicts) throw error;
        this.known.forget();
      }
    }
  }

  private async publishOnce(publishable: Publishable, anyway: boolean): Promise<boolean> {
    const { api, known, words } = this;
    const { nodeName, observedAt } = publishable;
    known.deleted = false;
    known.held ??= await api.readReport(nodeName);
    if (known.held === undefined) known.forget();
    this.node ??= await api.readNode(nodeName);
    if (this.node === undefined) throw new NodeMissingError(nodeName);
    const previous = known.written ?? known.held;
    const input = { ...inCloudOfNode(publishable, this.node), nodeUID: this.node.uid, ...(previous && { previous }) };
    let report = words.report(input);
    const news = previous === undefined || !sameMeaning(previous, report);
    const heartbeat = anyway && known.written?.status.observedAt !== observedAt;
    if (news || heartbeat || (await this.isToRepair(nodeName)))
      report = await words.write(report, input, this.writeStatus);
    else if (!this.metadata.isDue) return false;
    known.wroteMetadata(await this.metadata.bring(known.held ?? report, report));
    return true;
  }

  /** The watch may lag behind: before a repair the API is asked what it holds. */
  private async isToRepair(nodeName: string): Promise<boolean> {
    if (!this.isAstray || !this.repairs.permits(this.now())) return false;
    this.known.held = await this.api.readReport(nodeName);
    if (this.known.held !== undefined && !this.isAstray) return false;
    this.repairs.repairing(this.now());
    return true;
  }

  private readonly writeStatus = async (report: FilledNodeReport): Promise<void> => {
    this.known.held ??= await this.api.createReport(report);
    this.metadata.isDue = true;
    this.known.wroteStatus(report, await this.api.replaceStatus(report));
  };
}

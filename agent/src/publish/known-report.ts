import type { NodeReport } from '@calico-readiness/requirements';
import type { FilledNodeReport } from './node-report';
import { sameMeaning } from './report-meaning';

/** What an agent knows of its report in the API, so that an unchanged one costs no request. */
export class KnownReport {
  /** As the API showed it last. */
  held: NodeReport | undefined;
  /** What was written last. News is told by it, not by what the API made of it: an older schema may have dropped a field. */
  written: FilledNodeReport | undefined;
  /** What the API made of that. What it shows later and differs from this is somebody else's. */
  answer: NodeReport | undefined;
  /** Somebody deleted it since it was published. */
  deleted = false;

  /** When the newest published observation began. */
  get observedAt(): string | undefined {
    const observedAt: unknown = (this.written ?? this.held)?.status?.observedAt;
    return typeof observedAt === 'string' ? observedAt : undefined;
  }

  /** Whether the report is gone, or says something else than what was written. */
  get isAstray(): boolean {
    const { deleted, held, answer } = this;
    return deleted || (held !== undefined && answer !== undefined && !sameMeaning(held, answer));
  }

  /** The report as a watch shows it; undefined when it was deleted. */
  see(report: NodeReport | undefined): void {
    const published = this.observedAt !== undefined;
    this.held = report;
    if (report !== undefined) return;
    this.forget();
    this.deleted ||= published;
  }

  /** The API answered this to a new status. */
  wroteStatus(report: FilledNodeReport, answer: NodeReport): void {
    this.held = this.answer = answer;
    this.written = report;
  }

  /** This is what the API holds after label and owner were written. Somebody may have changed the status since we wrote it; then it is not our answer. */
  wroteMetadata(held: NodeReport): void {
    const { status } = this.answer ?? {};
    this.held = held;
    this.answer = { ...held, ...(status && { status }) };
  }

  /** The next report is created anew, or written over what is read then. */
  forget(): void {
    this.held = undefined;
    this.written = undefined;
    this.answer = undefined;
  }
}

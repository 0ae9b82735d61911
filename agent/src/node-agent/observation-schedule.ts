import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { RecheckRequests } from '../publish/recheck-requests';
import type { WatchedKind } from '../publish/report-api';

/**
 * When the host is observed next: every so often, when somebody asks for it, and when the report was changed by somebody
 * else. Its times are of the monotonic clock, milliseconds: a wall clock that is set back must not stop the agent.
 * Requests alone are of the wall clock, as the objects are that carry them.
 */
export class ObservationSchedule {
  readonly rechecks = new RecheckRequests();
  private observeAt = 0;
  /** When to look whether the report has to be repaired. */
  private repairAt = Infinity;

  constructor(
    private readonly intervalSeconds: number,
    /** Whether the report is another than was written. */
    private readonly isAstray: () => boolean,
  ) {}

  /** An observation begins. */
  begin(): void {
    this.observeAt = performance.now() + this.intervalSeconds * 1000;
  }

  /** The next is due by then. */
  observeBy(at: number): void {
    this.observeAt = Math.min(this.observeAt, at);
  }

  /** The next is due now. */
  hurry(): void {
    this.observeAt = 0;
  }

  /** The report seems to be changed; it is looked at then, and repaired with a new observation if it still is. */
  lookAtReport(at: number): void {
    this.repairAt = Math.min(this.repairAt, at);
  }

  /**
   * Whether an object carries a new request for an observation, which is then due from `startAt` on; milliseconds since
   * 1970. `observedAt` is the newest observation that was published.
   */
  isAsked(
    kind: WatchedKind,
    object: NodeReport | ReadinessPolicy | undefined,
    observedAt: string | undefined,
    startAt: number,
  ): boolean {
    return this.rechecks.take(kind, object?.spec?.recheckRequestedAt, observedAt, startAt);
  }

  /** Whether somebody asked for one that is due now. */
  get isRecheckDue(): boolean {
    return (this.rechecks.dueAt ?? Infinity) <= Date.now();
  }

  /** Whether one is due now, for whatever reason. */
  isDue(): boolean {
    return this.isRecheckDue || this.isRepairDue() || performance.now() >= this.observeAt;
  }

  /** Milliseconds until there is something to do; `otherwiseAt` is when there is anyway. */
  untilNext(otherwiseAt: number): number {
    const recheckIn = (this.rechecks.dueAt ?? Infinity) - Date.now();
    return Math.min(Math.min(this.observeAt, this.repairAt, otherwiseAt) - performance.now(), recheckIn);
  }

  private isRepairDue(): boolean {
    if (performance.now() < this.repairAt) return false;
    this.repairAt = Infinity;
    return this.isAstray();
  }
}

import type { ReadinessPolicy, ReadinessPolicyStatus } from '@calico-readiness/requirements';
import { isSameJson } from '../same-json';

/** What was written last, and what the API made of it: a definition that is older than this program drops fields. */
export class AnsweredStatus {
  private last: { readonly meant: ReadinessPolicyStatus; readonly kept: unknown } | undefined;

  /** The API answered with this policy. */
  wrote(meant: ReadinessPolicyStatus, { status: kept }: ReadinessPolicy): void {
    this.last = { meant, kept };
  }

  /**
   * Whether the policy holds what the API makes of this status: writing it again would change nothing. Times that were
   * dropped are new each time.
   */
  isKept({ status: held }: ReadinessPolicy, status: ReadinessPolicyStatus): boolean {
    const { last } = this;
    if (last === undefined || !isSameJson(held, last.kept)) return false;
    return isSameJson(status, last.meant, ['lastTransitionTime']);
  }
}

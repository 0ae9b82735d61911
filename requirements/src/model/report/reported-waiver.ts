import type { WaiverState } from '../waiver';

/** What one waiver of the policy currently comes to. */
export interface ReportedWaiver {
  /** Id of the requirement; left out where the waiver names none. @maxLength 63 @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$ */
  readonly requirement?: string;
  /** Whether it covers findings, covers none, has ended, or cannot be used as it is. */
  readonly state: WaiverState;
  /** How many nodes have a finding that it covers. */
  readonly nodes: number;
  /** What is wrong with it, or that an earlier one says the same. @maxLength 256 */
  readonly message?: string;
}

import type { HostFacts } from './host-facts';
import type { Message } from './message';
import type { GuideId } from './requirement-id';

/** Stable names of the roots, for keys and addresses. */
export const rootIds = [
  'network-manager-takes-interfaces',
  'network-manager-not-reloaded',
  'network-manager-refuses-configuration',
  'networkd-takes-interfaces',
  'kernel-modules-not-installed',
  'running-kernel-without-modules',
  'modules-not-loaded-on-demand',
  'module-loading-undecided',
] as const;

export type RootId = (typeof rootIds)[number];

/** What a root must know of a finding; both a report's finding and an evaluated one do. */
export interface RootedFinding {
  readonly requirement: string;
  readonly reason: string;
}

/**
 * One fact of a host that keeps several requirements from being met, so that one remedy serves them all. Data and pure
 * functions only.
 */
export interface Root {
  readonly id: RootId;
  /** A sentence about what was seen; the title of the cause. The same on every node. */
  readonly title: Message;
  readonly guide: GuideId;
  /** Whether this finding, which is not met, comes from the root. */
  readonly explains: (finding: RootedFinding) => boolean;
  /** What was seen of the root itself on this host, in its words; empty when the findings say it all. */
  readonly observed: (facts: HostFacts) => string;
  /** What to do about all of it, in one line. */
  readonly remedy: (facts: HostFacts) => Message;
}

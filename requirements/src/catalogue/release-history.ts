import type { CalicoVersion } from '../model/profile-choices';
import { calicoVersions } from '../model/profile-choices';

/** A value with the place that says so: repository, tag or branch, and path. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
}

/** A value that holds from one Calico release on, until the next step. */
export interface ReleaseStep<T> extends Sourced<T> {
  readonly since: CalicoVersion;
}

/** What one property was over the releases: the first step is the first release's, the others are the changes. */
export type ReleaseHistory<T> = readonly [ReleaseStep<T>, ...ReleaseStep<T>[]];

const positionOf = (version: CalicoVersion): number => calicoVersions.indexOf(version);

/** The step that holds in a release; the first for a release that only another catalogue knows. */
export function stepIn<T>(history: ReleaseHistory<T>, version: CalicoVersion): ReleaseStep<T> {
  const position = positionOf(version);
  return history.filter(({ since }) => positionOf(since) <= position).at(-1) ?? history[0];
}

/** The value that holds in a release. */
export const valueIn = <T>(history: ReleaseHistory<T>, version: CalicoVersion): T => stepIn(history, version).value;

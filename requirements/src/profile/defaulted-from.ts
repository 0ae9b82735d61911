import type { CalicoVersion } from '../model/profile-choices';

const origin = (version: CalicoVersion): string => `default of Calico ${version}`;

/** `from` of a defaulted field: whose default it is, and why nothing better is known. */
export const defaultedFrom = (version: CalicoVersion, why: string): string =>
  why === '' ? origin(version) : `${origin(version)}; ${why}`;

/** The same reason, for the default of another release. */
export const defaultedFromOther = (from: string | undefined, version: CalicoVersion): string =>
  defaultedFrom(version, (from ?? '').replace(/^default of Calico v\d+\.\d+(?:; )?/, ''));

import type { CalicoVersion } from '../model/profile-choices';

/** Where the documentation of each release is kept in the repository tigera/docs: the branch that still has it. */
const branches: Readonly<Record<CalicoVersion, string>> = {
  'v3.25': 'archive-os-3.25',
  'v3.26': 'archive-oss-3.26',
  'v3.27': 'archive-os-3.27',
  'v3.28': 'archive-os-3.28',
  'v3.29': 'main',
  'v3.30': 'main',
  'v3.31': 'main',
  'v3.32': 'main',
};

/** A page, or a part of one, of a release's documentation. */
export const documentationOf = (version: CalicoVersion, path: string): string =>
  `tigera/docs ${branches[version]}: calico_versioned_docs/version-${version.slice(1)}/${path}`;

/** A file of Calico's source at a tag. */
export const calicoSource = (tag: `${CalicoVersion}.${number}`, path: string): string =>
  `projectcalico/calico ${tag}: ${path}`;

/** The source of a value that was read again in the last release and found the same. */
export const stillIn = (source: string, last: CalicoVersion | `${CalicoVersion}.${number}`): string =>
  `${source}; the same in ${last}`;

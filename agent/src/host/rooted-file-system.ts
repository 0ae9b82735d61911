import type { MountKind } from './mount-table';
import type { PathType } from './path-status';
import type { SeenPaths } from './seen-paths';

/** A file system that is looked at below one directory, and what was seen of it so far. */
export interface RootedFileSystem {
  readonly root: string;
  /** Of the mount that the root is in. */
  readonly mount: MountKind;
  readonly seen: SeenPaths;
  /** Where directories are, by their paths below the root; `resolvePath` fills it. */
  readonly directories: Map<string, Place>;
}

/** A path that is there, on this machine. */
export interface Place {
  /** Has no symbolic link in it below the root. */
  readonly realPath: string;
  /** The directory that it is in, and its name there; the root has none. */
  readonly parent: Place | undefined;
  readonly name: string;
  readonly type: PathType;
  readonly mount: MountKind;
  /** How many links led here. */
  readonly links: number;
}

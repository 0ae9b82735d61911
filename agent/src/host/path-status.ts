/** What a path can be (inode(7)). */
export type PathType = 'file' | 'directory' | 'symbolic-link' | 'character-device' | 'block-device' | 'fifo' | 'socket';

/**
 * What changes whenever a file or directory of a disk does (inode(7)): another one in its place has another inode, and
 * whatever is written, also with its times set back, sets the time of its last change.
 */
export interface FileStamp {
  readonly device: bigint;
  readonly inode: bigint;
  /** Bytes. */
  readonly size: bigint;
  /** Nanoseconds since 1970. */
  readonly modifiedAt: bigint;
  /** Nanoseconds since 1970. */
  readonly changedAt: bigint;
}

/** What lstat(2) says of one path, as far as resolving and reading need it. */
export interface PathStatus {
  readonly type: PathType;
  /** Bytes; pseudo files claim 0 or a page. */
  readonly size: number;
  /** Whether anybody may execute it; left out where it was not asked. */
  readonly executable?: boolean;
  /** Left out where it was not asked. */
  readonly stamp?: FileStamp;
}

import type { Fact } from '@calico-readiness/requirements';
import type { FileStamp } from './path-status';

/**
 * The host's files below one root. Every path is given without a leading slash (`proc/modules`) and every
 * symbolic link, absolute ones too, is resolved inside the root. Nothing is ever written. No method throws
 * for what a host can do to it: what can't be read is an unavailable fact with its reason, and
 * `not-found` means that the path really does not exist below a root that does. What a directory was seen to list and
 * can then not be found is `failed`: something is there.
 */
export interface HostFiles {
  /** Where paths start, for messages. */
  readonly root: string;
  /** The whole file as text. Pseudo files are read whatever size they claim; more than `maxBytes` is `too-large`. */
  readText(path: string, maxBytes?: number): Promise<Fact<string>>;
  /** The whole file as bytes. */
  readBytes(path: string, maxBytes?: number): Promise<Fact<Uint8Array>>;
  /**
   * The file piece by piece, for one that is too large to be held: until `take` has enough, or to the end. A piece holds only
   * during the call that gets it, and ends anywhere. What `take` got counts only where `done` is observed.
   */
  readPieces(path: string, take: (piece: Uint8Array) => 'more' | 'enough', maxBytes?: number): Promise<Fact<'done'>>;
  /** Names in a directory, sorted by their bytes, without `.` and `..`; a name that is not UTF-8 is one that `file-name.ts` can say. */
  list(path: string): Promise<Fact<readonly string[]>>;
  /** What the path is after following links; `absent` is observed only when its absence was seen. */
  kind(path: string): Promise<Fact<FileKind>>;
  /** The target of a symbolic link as it is written; unavailable `unsupported` when the path is no link. */
  readLink(path: string): Promise<Fact<string>>;
  /** The targets of some symbolic links in one directory, in the order of `names`; undefined for what is none, or no more. */
  readLinks(directory: string, names: readonly string[]): Promise<Fact<readonly (string | undefined)[]>>;
  /** Where a socket of the host is on this machine, with every link followed below the root; `malformed` when it is none, `unsupported` where no text can name it. */
  socketPath(path: string): Promise<Fact<string>>;
  /** Whether the file that the path leads to may be executed by anybody (its mode, not the mount's); `malformed` when it is no file. */
  executable(path: string): Promise<Fact<boolean>>;
  /** What tells that a file or directory is the same as before; unavailable `unsupported` where nothing does, as below /proc. */
  stamp(path: string): Promise<Fact<FileStamp>>;
}

export type FileKind = 'file' | 'directory' | 'character-device' | 'other' | 'absent' | 'dangling-link';

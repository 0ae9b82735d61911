import type { Fact } from '@calico-readiness/requirements';
import type { SystemBus } from './system-bus';

/**
 * The host's files below one root. Every path is given without a leading slash (`proc/modules`) and every
 * symbolic link, absolute ones too, is resolved inside the root. Nothing is ever written. No method throws
 * for what a host can do to it: what can't be read is an unavailable fact with its reason, and
 * `not-found` means that the path really does not exist below a root that does.
 */
export interface HostFiles {
  /** Where paths start, for messages. */
  readonly root: string;
  /** The whole file as text. Pseudo files are read whatever size they claim; more than `maxBytes` is `too-large`. */
  readText(path: string, maxBytes?: number): Promise<Fact<string>>;
  /** The whole file as bytes. */
  readBytes(path: string, maxBytes?: number): Promise<Fact<Uint8Array>>;
  /** Names in a directory, sorted by code unit, without `.` and `..`. */
  list(path: string): Promise<Fact<readonly string[]>>;
  /** What the path is after following links; `absent` is observed only when its absence was seen. */
  kind(path: string): Promise<Fact<FileKind>>;
  /** The target of a symbolic link as it is written; unavailable `unsupported` when the path is no link. */
  readLink(path: string): Promise<Fact<string>>;
  /** Where a socket of the host is on this machine, with every link followed below the root; `malformed` when it is none. */
  socketPath(path: string): Promise<Fact<string>>;
}

export type FileKind = 'file' | 'directory' | 'character-device' | 'other' | 'absent' | 'dangling-link';

/** The host that probes look at. */
export interface Host {
  readonly files: HostFiles;
  /** Whether the root is that of the running system, so that questions to the running kernel (os.machine()) answer for it. */
  readonly live: boolean;
  /** A kernel release that the user gave; overrides what the host says. */
  readonly kernelRelease?: string;
  /** The running system's message bus, for what files do not show; nothing is asked when it is left out. */
  readonly systemBus?: SystemBus;
}

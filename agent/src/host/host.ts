import type { HostFiles } from './host-files';
import type { SystemBus } from './bus/system-bus';

/**
 * Which state of the host is asked for: what it does now, or what its files make of it at the next boot (ADR 25). Without
 * a running system to look at, both are told by the same files.
 */
export type ObservedTime = 'now' | 'next boot';

/** The host that probes look at. */
export interface Host {
  readonly files: HostFiles;
  /** Whether the root is that of the running system, so that questions to the running kernel (os.machine()) answer for it. */
  readonly live: boolean;
  /** Now, when it is left out. At the next boot nothing that runs, is loaded or lies below /run counts. */
  readonly when?: ObservedTime;
  /** A kernel release that the user gave; overrides what the host says. */
  readonly kernelRelease?: string;
  /** The running system's message bus, for what files do not show; nothing is asked when it is left out. */
  readonly systemBus?: SystemBus;
  /** What was concluded from the files already; without it everybody looks anew. */
  readonly memory?: ObservationMemory;
}

/** Something to conclude from the host's files, and what else goes into it. */
export interface Concluding<T> {
  /** Names the conclusion: whoever asks under the same name looks in the same way. */
  readonly what: string;
  /** What `look` needs besides the files; each is compared by identity, as Object.is does. */
  readonly given: readonly unknown[];
  readonly look: (host: Host) => Promise<T>;
}

/** What one observation concludes from the host's files (memory/remember.ts). */
export interface ObservationMemory {
  /** What `look` concludes, looked for once under its name; see `remember`. */
  conclude<T>(host: Host, conclusion: Concluding<T>): Promise<T>;
  /** Hands it to the next observation. */
  end(): void;
}

import type { HostFiles } from './host-files';
import type { SystemBus } from './system-bus';

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

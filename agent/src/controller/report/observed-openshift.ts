import type { OpenShiftVersion } from '@calico-readiness/requirements';
import { UnreachableError } from '../../cluster/read-cluster-objects';
import { heartbeatDelay } from '../../publish/delays';

/** Where the version comes from, and how often. */
export interface ObservedOpenShiftParts {
  /** Rejects with UnreachableError while the API gives no answer. */
  readonly read: () => Promise<OpenShiftVersion>;
  /** Seconds between two readings, ± 10 %. */
  readonly detectIntervalSeconds: number;
  readonly random: () => number;
}

/** The version of OpenShift, read every so often. One that was seen counts until another one is. */
export class ObservedOpenShift {
  version: OpenShiftVersion = { status: 'unseen', reason: 'not read yet' };
  /** Of the monotonic clock, milliseconds. */
  private readAt = 0;

  constructor(private readonly parts: ObservedOpenShiftParts) {}

  /** Reads it when it is time to. */
  async readWhenDue(): Promise<void> {
    const { read, detectIntervalSeconds, random } = this.parts;
    if (performance.now() < this.readAt) return;
    try {
      const seen = await read();
      if (seen.status !== 'unseen' || this.version.status === 'unseen') this.version = seen;
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
    }
    this.readAt = performance.now() + heartbeatDelay(detectIntervalSeconds, random);
  }
}

import type { ClusterObject, ClusterObjects, ClusterProfile } from '@calico-readiness/requirements';
import type { Declaration } from '../foundation/declared-profile';
import type { AgentLog } from '../foundation/agent-log';
import { errorText } from '../foundation/agent-log';
import { effectiveProfile } from './effective-profile';
import { UnreachableError } from './read-cluster-objects';

const someUnread =
  'The agent can not read all objects that show the cluster profile; what they would say is as before, declared, or defaulted';

/** Where the objects come from, and whose profile they are to show. */
export interface ProfileDetectionOptions {
  /** Rejects with UnreachableError while the API gives no answer. */
  readonly read: () => Promise<ClusterObjects>;
  readonly nodeName: string;
  readonly log: AgentLog;
}

/**
 * The profile that the cluster's objects show, for an agent that judges for days: they are read again when they are
 * older than a report interval, and at once when somebody asks for a new observation.
 */
export class ProfileDetection {
  private objects: ClusterObjects | undefined;
  /** Of the monotonic clock, milliseconds. */
  private readAt = -Infinity;
  /** What could not be read last time, as it was logged. */
  private unread = '';

  constructor(private readonly options: ProfileDetectionOptions) {}

  /** The next profile is made of objects that are read after this. */
  expire(): void {
    this.readAt = -Infinity;
  }

  /**
   * What is declared over what the objects show. While the API gives no answer the last objects still count; undefined
   * when there are none yet, since a report judged by the wrong profile is worse than a late one.
   */
  async profile(declaration: Declaration, maximumAgeSeconds: number): Promise<ClusterProfile | undefined> {
    if (performance.now() - this.readAt >= maximumAgeSeconds * 1000) await this.readAgain();
    return this.objects === undefined ? undefined : effectiveProfile(declaration, this.objects, this.options.nodeName);
  }

  private async readAgain(): Promise<void> {
    const { read, log } = this.options;
    try {
      const beganAt = performance.now();
      const seen = await read();
      this.tellUnread(seen);
      this.objects = keeping(this.objects, seen);
      // Where a part failed, the next observation asks for all of it again.
      this.readAt = Object.values(seen).some(failed) ? -Infinity : beganAt;
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      log.warn({ error: errorText(error) }, 'Can not read the objects that show the cluster profile');
    }
  }

  /** Once for the same objects: an agent without the rights judges by defaults for days, and looks as if it detected. */
  private tellUnread(seen: ClusterObjects): void {
    const unread = Object.entries(seen).flatMap(([name, object]: [string, ClusterObject]) =>
      object.status === 'unreadable' ? [`${name} (${object.reason})`] : [],
    );
    const now = unread.join(', ');
    if (now !== this.unread && now !== '') this.options.log.warn({ unread }, someUnread);
    this.unread = now;
  }
}

/** Not there for now, unlike what this agent may not read. */
const failed = (object: ClusterObject): boolean => object.status === 'unreadable' && object.reason !== 'forbidden';

/** What could not be read this time is taken to be as it was. */
const keeping = (before: ClusterObjects | undefined, seen: ClusterObjects): ClusterObjects =>
  before === undefined
    ? seen
    : (Object.fromEntries(
        Object.entries(seen).map(([name, object]) => [
          name,
          failed(object) ? before[name as keyof ClusterObjects] : object,
        ]),
      ) as unknown as ClusterObjects);

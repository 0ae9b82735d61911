import type { ClusterObject, ClusterObjects } from '@calico-readiness/requirements';
import { UnreachableError } from '../../cluster/read-cluster-objects';
import type { AgentLog } from '../../foundation/agent-log';
import { errorText } from '../../foundation/agent-log';

/** An object that could not be read this time. */
export interface UnreadObject {
  readonly name: keyof ClusterObjects;
  readonly reason: string;
  /** Whether it was read before, so that it counts as it was then. */
  readonly isKept: boolean;
}

/** Where the objects come from. */
export interface ClusterDetectionOptions {
  /** Rejects with UnreachableError while the API gives no answer. */
  readonly read: () => Promise<ClusterObjects>;
  readonly log: AgentLog;
}

/**
 * The cluster's objects, for a controller that looks at them for months. What could not be read this time, whatever the
 * reason, is taken to be as it was: a profile that changes with every outage would have each node judged anew.
 */
export class ClusterDetection {
  /** Undefined until the API has answered once. */
  objects: ClusterObjects | undefined;
  unread: readonly UnreadObject[] = [];
  /** What was logged last. */
  private told = '';

  constructor(private readonly options: ClusterDetectionOptions) {}

  /** Reads them all; resolves to whether the API gave an answer and nothing failed that may be there the next time. */
  async readAgain(): Promise<boolean> {
    const { read, log } = this.options;
    try {
      const seen = await read();
      const before = this.objects;
      this.unread = unreadIn(seen, before);
      this.objects = before === undefined ? seen : keeping(before, seen);
      this.tellUnread();
      return this.unread.every(({ reason }) => reason === 'forbidden');
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      log.warn({ error: errorText(error) }, 'Cannot read the objects that show the cluster profile');
      return false;
    }
  }

  /** Once for the same objects. */
  private tellUnread(): void {
    const unread = this.unread.map(({ name, reason }) => `${name} (${reason})`);
    const now = unread.join(', ');
    if (now !== this.told && now !== '')
      this.options.log.warn({ unread }, 'Cannot read all objects that show the cluster profile');
    this.told = now;
  }
}

const entriesOf = (objects: ClusterObjects) =>
  Object.entries(objects) as readonly (readonly [keyof ClusterObjects, ClusterObject])[];

const isKnown = (object: ClusterObject | undefined): boolean => object !== undefined && object.status !== 'unreadable';

const unreadIn = (seen: ClusterObjects, before: ClusterObjects | undefined): readonly UnreadObject[] =>
  entriesOf(seen).flatMap(([name, object]) =>
    object.status === 'unreadable' ? [{ name, reason: object.reason, isKept: isKnown(before?.[name]) }] : [],
  );

const keeping = (before: ClusterObjects, seen: ClusterObjects): ClusterObjects =>
  Object.fromEntries(
    entriesOf(seen).map(([name, object]) => [
      name,
      object.status === 'unreadable' && isKnown(before[name]) ? before[name] : object,
    ]),
  ) as unknown as ClusterObjects;

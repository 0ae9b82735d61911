import type { ServerResponse } from 'node:http';

/** An object as the API keeps it, without looking at what is in it. */
export interface StoredObject {
  readonly metadata: {
    readonly name: string;
    readonly resourceVersion?: string;
    readonly uid?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

type Change = 'ADDED' | 'MODIFIED' | 'DELETED';

/** Cluster-scoped objects under their real paths, with resource versions, and those who watch them. */
export class FakeClusterObjects {
  readonly byPath = new Map<string, StoredObject>();
  /** Whether only who may delete an object may change its owners, as on OpenShift; our clients may not. */
  ownersAreProtected = false;
  /** A field of every status that is not kept, as one that an older schema does not know. */
  droppedFromStatus: string | undefined;
  private version = 100;
  private readonly watches = new Set<{
    readonly path: string;
    readonly name: string;
    readonly response: ServerResponse;
  }>();

  /** What makes the next object another one than all before it. */
  nextUid(): string {
    return `uid-${String(this.version)}`;
  }

  /** Keeps an object under a new version; nobody is told yet. */
  store(path: string, object: StoredObject): StoredObject {
    this.version += 1;
    const { metadata } = object;
    const stored = { ...this.withoutDropped(object), metadata: { ...metadata, resourceVersion: String(this.version) } };
    this.byPath.set(path, stored);
    return stored;
  }

  private withoutDropped(object: StoredObject): StoredObject {
    const status = object['status'];
    if (this.droppedFromStatus === undefined || typeof status !== 'object') return object;
    const { [this.droppedFromStatus]: dropped, ...kept } = status as Record<string, unknown>;
    return dropped === undefined ? object : { ...object, status: kept };
  }

  /** Keeps an object, and tells who watches it. */
  put(path: string, object: StoredObject): void {
    const known = this.byPath.has(path);
    const stored = this.store(path, object);
    this.tell(path, known ? 'MODIFIED' : 'ADDED', stored);
  }

  delete(path: string): void {
    const object = this.byPath.get(path);
    this.byPath.delete(path);
    if (object !== undefined) this.tell(path, 'DELETED', object);
  }

  /** Tells of one object from now on, and of what it is now where it is there. */
  watch(path: string, name: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    this.watches.add({ path, name, response });
    const now = this.byPath.get(`${path}/${name}`);
    if (now !== undefined) response.write(`${JSON.stringify({ type: 'ADDED', object: now })}\n`);
  }

  tell(path: string, type: Change, object: StoredObject): void {
    for (const watch of this.watches) {
      if (path === `${watch.path}/${watch.name}`) watch.response.write(`${JSON.stringify({ type, object })}\n`);
    }
  }

  /** Forgets who watches; their connections are the server's to end. */
  endWatches(): void {
    this.watches.clear();
  }
}

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { EventLog } from './event-log';
import type { KubernetesObject } from './kubernetes-object';
import type { ResourceType } from './resource-type';
import { alreadyExists, conflict, notFound } from './status';

/** What an update may change: the object without its status, or the status alone. */
export type UpdateScope = 'object' | 'status';

const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`;

const withoutVersion = ({ metadata, ...rest }: KubernetesObject): unknown => ({
  ...rest,
  metadata: { ...metadata, resourceVersion: undefined, generation: undefined },
});

/** Objects by type and name, with the rules of a Kubernetes API server for versions, conflicts, status and owners. */
export class ObjectStore {
  readonly types: readonly ResourceType[];
  readonly events = new EventLog();
  readonly #objects = new Map<ResourceType, Map<string, KubernetesObject>>();
  #version = 1;

  constructor(types: readonly ResourceType[]) {
    this.types = types;
    for (const type of types) this.#objects.set(type, new Map());
  }

  get resourceVersion(): string {
    return String(this.#version);
  }

  /** In the order of their names, as etcd keeps them, so that pages neither repeat nor leave out objects. */
  list(type: ResourceType, namespace?: string): readonly KubernetesObject[] {
    return [...this.#of(type).entries()]
      .filter(([, { metadata }]) => namespace === undefined || metadata.namespace === namespace)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
  }

  find(type: ResourceType, name: string, namespace?: string): KubernetesObject | undefined {
    return this.#of(type).get(keyOf(namespace, name));
  }

  get(type: ResourceType, name: string, namespace?: string): KubernetesObject {
    const object = this.find(type, name, namespace);
    if (object === undefined) throw notFound(type, name);
    return object;
  }

  create(type: ResourceType, object: KubernetesObject, { dryRun = false, keepStatus = false } = {}): KubernetesObject {
    const { name, namespace } = object.metadata;
    if (this.find(type, name, namespace) !== undefined) throw alreadyExists(type, name);
    const { status, ...rest } = object;
    const created: KubernetesObject = {
      ...rest,
      ...(status !== undefined && (keepStatus || !type.hasStatus) ? { status } : {}),
      apiVersion: object.apiVersion,
      kind: object.kind,
      metadata: {
        ...object.metadata,
        uid: (keepStatus ? object.metadata.uid : undefined) ?? randomUUID(),
        creationTimestamp: (keepStatus ? object.metadata.creationTimestamp : undefined) ?? now(),
        generation: 1,
        resourceVersion: String(this.#version + 1),
      },
    };
    if (!dryRun) this.#store(type, created, undefined);
    return created;
  }

  update(type: ResourceType, object: KubernetesObject, scope: UpdateScope, { dryRun = false } = {}): KubernetesObject {
    const { name, namespace, resourceVersion, uid } = object.metadata;
    const current = this.get(type, name, namespace);
    if (resourceVersion !== undefined && resourceVersion !== current.metadata.resourceVersion)
      throw conflict(type, name);
    if (uid !== undefined && uid !== current.metadata.uid) throw conflict(type, name);
    const merged =
      scope === 'status'
        ? { ...current, status: object['status'] }
        : type.hasStatus
          ? { ...object, status: current['status'] }
          : object;
    if (merged['status'] === undefined) delete (merged as { status?: unknown }).status;
    const { uid: currentUid, creationTimestamp, generation = 1 } = current.metadata;
    const unversioned: KubernetesObject = {
      ...merged,
      metadata: { ...merged.metadata, uid: currentUid, creationTimestamp },
    };
    if (isDeepStrictEqual(withoutVersion(unversioned), withoutVersion(current))) return current;
    const changedSpec = !isDeepStrictEqual(unversioned['spec'], current['spec']);
    const updated: KubernetesObject = {
      ...unversioned,
      metadata: {
        ...unversioned.metadata,
        generation: changedSpec ? generation + 1 : generation,
        resourceVersion: String(this.#version + 1),
      },
    };
    if (!dryRun) this.#store(type, updated, current);
    return updated;
  }

  /** Deletes it and, as the garbage collector would, everything that it owns. */
  delete(type: ResourceType, name: string, namespace?: string): KubernetesObject {
    const current = this.get(type, name, namespace);
    this.#of(type).delete(keyOf(namespace, name));
    this.#version += 1;
    const object = { ...current, metadata: { ...current.metadata, resourceVersion: this.resourceVersion } };
    this.events.append({ version: this.#version, type, change: 'DELETED', object, previous: current });
    for (const owned of this.types) {
      for (const candidate of this.list(owned)) {
        const { ownerReferences = [] } = candidate.metadata;
        if (ownerReferences.some(({ uid }) => uid === current.metadata.uid))
          this.delete(owned, candidate.metadata.name, candidate.metadata.namespace);
      }
    }
    return object;
  }

  #of(type: ResourceType): Map<string, KubernetesObject> {
    const objects = this.#objects.get(type);
    if (objects === undefined) throw new Error(`${type.kind} is not served`);
    return objects;
  }

  #store(type: ResourceType, object: KubernetesObject, previous: KubernetesObject | undefined): void {
    this.#version += 1;
    this.#of(type).set(keyOf(object.metadata.namespace, object.metadata.name), object);
    this.events.append({
      version: this.#version,
      type,
      change: previous === undefined ? 'ADDED' : 'MODIFIED',
      object,
      previous,
    });
  }
}

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

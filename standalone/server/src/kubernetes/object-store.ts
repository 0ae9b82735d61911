import { EventLog } from './event-log';
import type { KubernetesObject } from './kubernetes-object';
import { createdObject, updatedObject, type UpdateScope } from './object-changes';
import type { ResourceType } from './resource-type';
import { alreadyExists, conflict, notFound } from './status';

const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`;

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

  get #nextVersion(): string {
    return String(this.#version + 1);
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
    const created = createdObject(type, object, this.#nextVersion, keepStatus);
    if (!dryRun) this.#store(type, created, undefined);
    return created;
  }

  update(type: ResourceType, object: KubernetesObject, scope: UpdateScope, { dryRun = false } = {}): KubernetesObject {
    const { name, namespace, resourceVersion, uid } = object.metadata;
    const current = this.get(type, name, namespace);
    if (resourceVersion !== undefined && resourceVersion !== current.metadata.resourceVersion)
      throw conflict(type, name);
    if (uid !== undefined && uid !== current.metadata.uid) throw conflict(type, name);
    const updated = updatedObject(type, current, object, scope, this.#nextVersion);
    if (updated === current) return current;
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

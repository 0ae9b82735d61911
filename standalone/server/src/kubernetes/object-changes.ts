import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from './kubernetes-object';
import type { ResourceType } from './resource-type';

/** What an update may change: the object without its status, or the status alone. */
export type UpdateScope = 'object' | 'status';

const withoutVersion = ({ metadata, ...rest }: KubernetesObject): unknown => ({
  ...rest,
  metadata: { ...metadata, resourceVersion: undefined, generation: undefined },
});

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

/** What a new object becomes; `keepStatus` takes its status, uid and time as they are, which no client may ask for. */
export const createdObject = (
  type: ResourceType,
  object: KubernetesObject,
  resourceVersion: string,
  keepStatus: boolean,
): KubernetesObject => {
  const { status, ...rest } = object;
  return {
    ...rest,
    ...(status !== undefined && (keepStatus || !type.hasStatus) ? { status } : {}),
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: {
      ...object.metadata,
      uid: (keepStatus ? object.metadata.uid : undefined) ?? randomUUID(),
      creationTimestamp: (keepStatus ? object.metadata.creationTimestamp : undefined) ?? now(),
      generation: 1,
      resourceVersion,
    },
  };
};

/** What an update makes of an object; the object itself when nothing changes. */
export const updatedObject = (
  type: ResourceType,
  current: KubernetesObject,
  object: KubernetesObject,
  scope: UpdateScope,
  resourceVersion: string,
): KubernetesObject => {
  const merged =
    scope === 'status'
      ? { ...current, status: object['status'] }
      : type.hasStatus
        ? { ...object, status: current['status'] }
        : object;
  if (merged['status'] === undefined) delete (merged as { status?: unknown }).status;
  const { uid, creationTimestamp, generation = 1 } = current.metadata;
  const unversioned: KubernetesObject = { ...merged, metadata: { ...merged.metadata, uid, creationTimestamp } };
  if (isDeepStrictEqual(withoutVersion(unversioned), withoutVersion(current))) return current;
  const changedSpec = !isDeepStrictEqual(unversioned['spec'], current['spec']);
  return {
    ...unversioned,
    metadata: { ...unversioned.metadata, generation: changedSpec ? generation + 1 : generation, resourceVersion },
  };
};

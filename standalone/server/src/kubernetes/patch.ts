import { applyPatch, type Operation } from 'rfc6902';
import { apply as applyMergePatch } from 'json-merge-patch';
import { isRecord, type KubernetesObject } from './kubernetes-object';
import { StatusError } from './status';

const invalid = (message: string): StatusError => new StatusError('Invalid', message);

const jsonPatch = (object: KubernetesObject, operations: unknown): unknown => {
  if (!Array.isArray(operations)) throw new StatusError('BadRequest', 'a JSON patch is a list of operations');
  const result: unknown = structuredClone(object);
  for (const error of applyPatch(result, operations as Operation[])) {
    if (error !== null)
      throw invalid(`the server rejected our request due to an error in our request: ${error.message}`);
  }
  return result;
};

const mergePatch = (object: KubernetesObject, patch: unknown): unknown => {
  if (!isRecord(patch)) throw new StatusError('BadRequest', 'a merge patch is an object');
  return applyMergePatch(structuredClone(object), patch);
};

/**
 * By media type. Strategic merge and server-side apply are answered as JSON Merge Patch: for custom resources Kubernetes
 * has no strategic merge at all, and the embedded API keeps field managers only of map lists (apply/apply-patch.ts).
 */
const patchers: Readonly<Record<string, (object: KubernetesObject, patch: unknown) => unknown>> = {
  'application/json-patch+json': jsonPatch,
  'application/merge-patch+json': mergePatch,
  'application/strategic-merge-patch+json': mergePatch,
  'application/apply-patch+yaml': mergePatch,
};

export const isApply = (mediaType: string): boolean => mediaType === 'application/apply-patch+yaml';

/** The object after the patch; name, namespace and kind cannot be patched away. */
export const patchObject = (object: KubernetesObject, mediaType: string, patch: unknown): KubernetesObject => {
  const patcher = patchers[mediaType];
  if (patcher === undefined) {
    throw new StatusError(
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types include: ${Object.keys(patchers).join(', ')}`,
    );
  }
  const patched = patcher(object, patch);
  if (!isRecord(patched) || !isRecord(patched['metadata'])) throw invalid('the patched object has no metadata');
  const { apiVersion, kind, metadata } = object;
  const changed = patched['metadata'];
  if (changed['name'] !== metadata.name || changed['namespace'] !== metadata.namespace)
    throw invalid('metadata.name: field is immutable');
  return { ...patched, apiVersion, kind, metadata: { ...changed, name: metadata.name } };
};

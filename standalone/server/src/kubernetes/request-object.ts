import { randomBytes } from 'node:crypto';
import { isRecord, type KubernetesObject } from './kubernetes-object';
import type { ResourcePath } from './resource-path';
import { apiVersionOf } from './resource-type';
import { StatusError } from './status';
import { pruned } from './write-options';

/** The object in the body of a request, named and typed as its path says; throws a StatusError when they contradict. */
export const objectOf = (path: ResourcePath, body: unknown): KubernetesObject => {
  const metadata = isRecord(body) ? body['metadata'] : undefined;
  if (!isRecord(body) || !isRecord(metadata))
    throw new StatusError('BadRequest', 'the body is not an object with metadata');
  const { type, namespace } = path;
  const expected = apiVersionOf(type);
  if ((body['kind'] ?? type.kind) !== type.kind || (body['apiVersion'] ?? expected) !== expected) {
    throw new StatusError('BadRequest', `the object provided is no ${type.kind} of ${expected}`);
  }
  const generated =
    typeof metadata['generateName'] === 'string'
      ? `${metadata['generateName']}${randomBytes(3).toString('hex')}`
      : undefined;
  const name = metadata['name'] ?? path.name ?? generated;
  if (typeof name !== 'string' || !/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name) || name.length > 253) {
    throw new StatusError('Invalid', `${type.kind}.metadata.name: Invalid value: ${JSON.stringify(name ?? '')}`);
  }
  if (path.name !== undefined && name !== path.name)
    throw new StatusError('BadRequest', 'the name of the object does not match the name on the URL');
  return pruned(type, {
    ...body,
    apiVersion: expected,
    kind: type.kind,
    metadata: { ...metadata, name, ...(namespace === undefined ? {} : { namespace }) },
  });
};

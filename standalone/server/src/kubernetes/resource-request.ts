import { randomBytes } from 'node:crypto';
import { jsonResponse, type ApiRequest, type ApiResponse } from './api-request';
import { isRecord, type KubernetesObject } from './kubernetes-object';
import { listPage } from './list-page';
import type { ObjectStore } from './object-store';
import { isApply, patchObject } from './patch';
import type { ResourcePath } from './resource-path';
import { apiVersionOf } from './resource-type';
import type { Scenario, Verb } from './scenario';
import { parseSelectors } from './selectors';
import { notFound, StatusError } from './status';

const verbs: Readonly<Record<string, Verb>> = {
  GET: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

export const verbOf = (method: string, { name }: ResourcePath): Verb => {
  const verb = verbs[method];
  if (verb === undefined)
    throw new StatusError('MethodNotAllowed', `the server does not allow this method on the requested resource`);
  return verb === 'get' && name === undefined ? 'list' : verb;
};

const objectOf = (path: ResourcePath, body: unknown): KubernetesObject => {
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
  return {
    ...body,
    apiVersion: expected,
    kind: type.kind,
    metadata: { ...metadata, name, ...(namespace === undefined ? {} : { namespace }) },
  };
};

const metadataOnly = ({ metadata }: KubernetesObject): object => ({
  kind: 'PartialObjectMetadata',
  apiVersion: 'meta.k8s.io/v1',
  metadata,
});

const list = (
  store: ObjectStore,
  scenario: Scenario,
  { query, accept }: ApiRequest,
  { type, namespace }: ResourcePath,
): ApiResponse => {
  const selected = parseSelectors(query.get('labelSelector'), query.get('fieldSelector'));
  const objects = store
    .list(type, namespace)
    .filter(selected)
    .map((object) => scenario.present(type, object))
    .filter((object) => object !== undefined);
  const { items, metadata } = listPage(objects, store.resourceVersion, {
    limit: query.get('limit'),
    continue: query.get('continue'),
  });
  return accept.includes('as=PartialObjectMetadataList')
    ? jsonResponse(200, {
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        items: items.map(metadataOnly),
      })
    : jsonResponse(200, { kind: `${type.kind}List`, apiVersion: apiVersionOf(type), metadata, items });
};

const patch = (
  store: ObjectStore,
  request: ApiRequest,
  path: ResourcePath,
  body: unknown,
  dryRun: boolean,
): ApiResponse => {
  const { type, namespace, name = '', subresource } = path;
  if (store.find(type, name, namespace) === undefined && isApply(request.contentType) && subresource === undefined) {
    return jsonResponse(201, store.create(type, objectOf(path, body), { dryRun }));
  }
  const current = store.get(type, name, namespace);
  const patched = patchObject(current, request.contentType, body);
  return jsonResponse(200, store.update(type, patched, subresource === 'status' ? 'status' : 'object', { dryRun }));
};

/** Reads or changes objects of one type; throws a StatusError for whatever Kubernetes would refuse. */
export const handleResource = (
  store: ObjectStore,
  scenario: Scenario,
  request: ApiRequest,
  path: ResourcePath,
  body: unknown,
): ApiResponse => {
  const { type, namespace, name, subresource } = path;
  if (subresource !== undefined && !(subresource === 'status' && type.hasStatus)) {
    throw new StatusError('NotFound', 'the server could not find the requested resource');
  }
  const dryRun = request.query.get('dryRun') === 'All';
  const verb = verbOf(request.method, path);
  if (verb === 'list') return list(store, scenario, request, path);
  if (verb === 'create') {
    if (name !== undefined)
      throw new StatusError('MethodNotAllowed', 'the server does not allow this method on the requested resource');
    return jsonResponse(201, store.create(type, objectOf(path, body), { dryRun }));
  }
  if (name === undefined)
    throw new StatusError('MethodNotAllowed', 'the server does not allow this method on the requested resource');
  if (verb === 'get') {
    const shown = scenario.present(type, store.get(type, name, namespace));
    if (shown === undefined) throw notFound(type, name);
    return jsonResponse(200, shown);
  }
  if (verb === 'update') {
    const object = objectOf(path, body);
    if (object.metadata.resourceVersion === undefined) {
      throw new StatusError('Invalid', 'metadata.resourceVersion: Invalid value: 0x0: must be specified for an update');
    }
    return jsonResponse(200, store.update(type, object, subresource === 'status' ? 'status' : 'object', { dryRun }));
  }
  if (verb === 'patch') return patch(store, request, path, body, dryRun);
  const object = dryRun ? store.get(type, name, namespace) : store.delete(type, name, namespace);
  return jsonResponse(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, group: type.group, kind: type.plural, uid: object.metadata.uid },
  });
};

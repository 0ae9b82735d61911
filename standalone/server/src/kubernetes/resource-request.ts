import { applyPatch } from './apply/apply-patch';
import { absentUid } from './apply/apply-refusal';
import { jsonResponse, type ApiRequest, type ApiResponse } from './api-request';
import type { KubernetesObject } from './kubernetes-object';
import { noteManager } from './apply/note-manager';
import type { ObjectStore } from './object-store';
import { isApply, patchObject } from './patch';
import { objectOf } from './request-object';
import { listResources } from './resource-list';
import type { ResourcePath } from './resource-path';
import type { Scenario, Verb } from './scenario';
import { notFound, StatusError } from './status';
import { metadataOnly, shapeOf, tableOf } from './tables/shape';
import { checkApplyOptions, checkPreconditions, checkWriteOptions, isDryRun } from './write-options';

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

const patch = (
  store: ObjectStore,
  request: ApiRequest,
  path: ResourcePath,
  body: unknown,
  dryRun: boolean,
): ApiResponse => {
  const { type, namespace, name = '', subresource } = path;
  if (store.find(type, name, namespace) === undefined && isApply(request.contentType) && subresource === undefined) {
    const object = objectOf(path, body);
    if (object.metadata.uid !== undefined) throw absentUid(type, name, object.metadata.uid);
    return jsonResponse(201, store.create(type, object, { dryRun }));
  }
  const current = store.get(type, name, namespace);
  const scope = subresource === 'status' ? 'status' : 'object';
  if (isApply(request.contentType) && type.mapLists !== undefined && scope === 'object') {
    const applied = applyPatch(type, current, body, request.query.get('fieldManager') ?? '');
    return jsonResponse(200, store.update(type, applied, scope, { dryRun }));
  }
  const patched = noteManager(type, current, patchObject(current, request.contentType, body), managerOf(request));
  return jsonResponse(200, store.update(type, patched, scope, { dryRun }));
};

/** An API server takes it from the client's name where the query does not say. */
const managerOf = ({ query }: ApiRequest): string => query.get('fieldManager') ?? 'unknown';

/** One object as its reader wants it. */
const inAskedShape = (type: ResourcePath['type'], object: KubernetesObject, { accept, query }: ApiRequest): unknown => {
  switch (shapeOf(accept)) {
    case 'table': {
      const { resourceVersion } = object.metadata;
      return tableOf(type, [object], { resourceVersion }, { include: query.get('includeObject') });
    }
    case 'metadata':
      return metadataOnly(object);
    case 'object':
      return object;
  }
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
  const verb = verbOf(request.method, path);
  const dryRun = isDryRun(request.query);
  checkWriteOptions(verb, type, request.query, body);
  if (verb === 'patch' && isApply(request.contentType)) checkApplyOptions(request.query);
  if (verb === 'list') return listResources(store, scenario, request, path);
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
    return jsonResponse(200, inAskedShape(type, shown, request));
  }
  if (verb === 'update') {
    const object = objectOf(path, body);
    if (object.metadata.resourceVersion === undefined) {
      throw new StatusError('Invalid', 'metadata.resourceVersion: Invalid value: 0x0: must be specified for an update');
    }
    const noted = noteManager(type, store.get(type, name, namespace), object, managerOf(request));
    return jsonResponse(200, store.update(type, noted, subresource === 'status' ? 'status' : 'object', { dryRun }));
  }
  if (verb === 'patch') return patch(store, request, path, body, dryRun);
  checkPreconditions(type, store.get(type, name, namespace), body);
  const object = dryRun ? store.get(type, name, namespace) : store.delete(type, name, namespace);
  return jsonResponse(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, group: type.group, kind: type.plural, uid: object.metadata.uid },
  });
};

import type { ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { FakeClusterObjects, StoredObject } from './fake-cluster-objects';

/** What a client asks for. */
export interface FakeApiCall {
  /** `WATCH` for watches. */
  readonly method: string;
  readonly url: URL;
  readonly contentType: string | undefined;
  readonly body: unknown;
}

/** A call with what its answer depends on: the path without the subresource, and what is there. */
interface Question extends FakeApiCall {
  readonly objects: FakeClusterObjects;
  readonly response: ServerResponse;
  readonly path: string;
  readonly isStatus: boolean;
  readonly stored: StoredObject | undefined;
}

/** Refuses a request as Kubernetes does. */
export const fail = (
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void => {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ kind: 'Status', status: 'Failure', code: status, message }));
};

const send = (response: ServerResponse, status: number, object: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(object));
};

const watch = ({ objects, response, path, url }: Question): void =>
  objects.watch(path, (url.searchParams.get('fieldSelector') ?? '').replace('metadata.name=', ''), response);

const get = ({ response, path, stored }: Question): void =>
  stored === undefined ? fail(response, 404, `${path} not found`) : send(response, 200, stored);

const create = ({ objects, response, path, body }: Question): void => {
  const created = { ...(body as StoredObject), status: undefined };
  const place = `${path}/${created.metadata.name}`;
  if (objects.byPath.has(place)) return fail(response, 409, 'already exists');
  const object = objects.store(place, { ...created, metadata: { ...created.metadata, uid: objects.nextUid() } });
  send(response, 201, object);
  objects.tell(place, 'ADDED', object);
};

/** Keeps what changed, and tells of it; a write that changes nothing makes no new version. */
const change = ({ objects, response, path }: Question, before: StoredObject, after: StoredObject): void => {
  if (isDeepStrictEqual(before, after)) return send(response, 200, before);
  const object = objects.store(path, after);
  send(response, 200, object);
  objects.tell(path, 'MODIFIED', object);
};

/** Custom resources have no unconditional updates: a version must be named, and be the current one. */
const replaceStatus = (question: Question): void => {
  const { response, path, isStatus, stored, body } = question;
  if (stored === undefined) return fail(response, 404, `${path} not found`);
  if (!isStatus) return fail(response, 405, 'specs write the status only');
  const { metadata, status } = body as StoredObject;
  if (metadata.resourceVersion === undefined)
    return fail(response, 422, 'metadata.resourceVersion: Invalid value: 0x0: must be specified for an update');
  if (metadata.resourceVersion !== stored.metadata.resourceVersion)
    return fail(response, 409, 'the object has been modified');
  change(question, stored, { ...stored, status });
};

/** Through the subresource the status changes and nothing else, through the object all but the status. */
const patch = (question: Question): void => {
  const { response, path, isStatus, stored, contentType, body } = question;
  if (stored === undefined) return fail(response, 404, `${path} not found`);
  if (isStatus && contentType === 'application/json-patch+json') {
    const [operation] = body as { op: string; path: string; value: unknown }[];
    if (operation?.op !== 'add' || operation.path !== '/status') return fail(response, 422, 'specs add the status');
    return change(question, stored, { ...stored, status: operation.value });
  }
  if (isStatus || contentType !== 'application/merge-patch+json')
    return fail(response, 415, 'specs send merge patches for metadata, JSON patches for the status');
  patchMetadata(question, stored);
};

const patchMetadata = (question: Question, stored: StoredObject): void => {
  const { objects, response, path, body } = question;
  const { metadata } = body as StoredObject;
  const labels = { ...(stored.metadata['labels'] as object), ...(metadata['labels'] as object) };
  const after: StoredObject['metadata'] = { ...stored.metadata, ...metadata, labels };
  // As the admission plugin OwnerReferencesPermissionEnforcement refuses it for who may not delete the object.
  if (objects.ownersAreProtected && !isDeepStrictEqual(after['ownerReferences'], stored.metadata['ownerReferences']))
    return fail(response, 403, `${path} is forbidden: cannot set an ownerRef on a resource you can't delete: , <nil>`);
  change(question, stored, { ...stored, metadata: after });
};

const answers: ReadonlyMap<string, (question: Question) => void> = new Map([
  ['WATCH', watch],
  ['GET', get],
  ['POST', create],
  ['PUT', replaceStatus],
  ['PATCH', patch],
]);

/** Answers a call as Kubernetes does, as far as the agent's calls go. */
export function answerCall(objects: FakeClusterObjects, call: FakeApiCall, response: ServerResponse): void {
  const answer = answers.get(call.method);
  if (answer === undefined) return fail(response, 405, call.method);
  const { pathname } = call.url;
  const isStatus = pathname.endsWith('/status');
  const path = isStatus ? pathname.slice(0, -'/status'.length) : pathname;
  answer({ ...call, objects, response, path, isStatus, stored: objects.byPath.get(path) });
}

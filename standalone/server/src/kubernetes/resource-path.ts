import type { ResourceType } from './resource-type';
import { StatusError } from './status';

/** What a path below the API's root asks for. */
export interface ResourcePath {
  readonly type: ResourceType;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly subresource: string | undefined;
}

/** `/api/v1/nodes/a/status` or `/apis/<group>/<version>/namespaces/b/<plural>`; undefined when no such resource is served. Throws StatusError for an escape that is none. */
export const parseResourcePath = (path: string, types: readonly ResourceType[]): ResourcePath | undefined => {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  const [root] = parts;
  const [group, version, ...rest] = root === 'api' ? ['', ...parts.slice(1)] : root === 'apis' ? parts.slice(1) : [];
  const [first, second, third] = rest;
  const inNamespace = first === 'namespaces' && second !== undefined && third !== undefined && third !== 'status';
  const [plural, name, subresource, ...excess] = inNamespace ? rest.slice(2) : rest;
  const type = types.find(
    (candidate) => candidate.group === group && candidate.version === version && candidate.plural === plural,
  );
  if (type === undefined || excess.length > 0 || inNamespace !== (type.namespaced && inNamespace)) return undefined;
  return { type, namespace: inNamespace ? second : undefined, name, subresource };
};

/** A real API server refuses such an address before anything looks at it. */
const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) throw new StatusError('BadRequest', `malformed escape in the path: ${part}`);
    throw error;
  }
};

import type { ResourceType } from './resource-type';

/** What a path below the API's root asks for. */
export interface ResourcePath {
  readonly type: ResourceType;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly subresource: string | undefined;
}

/** `/api/v1/nodes/a/status` or `/apis/<group>/<version>/namespaces/b/<plural>`; undefined when no such resource is served. */
export const parseResourcePath = (path: string, types: readonly ResourceType[]): ResourcePath | undefined => {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
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

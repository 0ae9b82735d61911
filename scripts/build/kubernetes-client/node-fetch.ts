/*
 * Takes the place of the package of that name in the agent's bundle. The Kubernetes client imports it for requests of
 * its own, which the agent never makes; with the tables of what it imports it would be the largest part of the bundle.
 */

function refuse(): never {
  throw new Error('The agent sends its requests itself (agent/src/cluster/bounded-http.ts).');
}

export class AbortError extends Error {}
export class FetchError extends Error {}

// The package has its function under this name.
export { refuse as default, refuse as Headers };

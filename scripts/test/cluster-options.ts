/** The command line of `npm run test:cluster` says something that cannot be done; the message says what. */
export class ClusterOptionError extends Error {}

/** What the tests against a Kubernetes API run against, and which of them. */
export interface ClusterOptions {
  /** Minor versions; none is the version that `npm test` takes. */
  readonly versions: readonly string[];
  /** What vitest gets: parts of paths of specs, and its own options. */
  readonly words: readonly string[];
}

export const clusterUsage = `
npm run test:cluster -- [--versions all|1.32,1.33,…] [part of a spec's path …]
  --versions  builds the API server of each of these minor versions and runs the tests against each, one after the other`;

/** Reads the command line; throws ClusterOptionError. `known` are the versions that can be built. */
export function clusterOptions(parameters: readonly string[], known: readonly string[]): ClusterOptions {
  const at = parameters.indexOf('--versions');
  if (at < 0) return { versions: [], words: parameters };
  const named = parameters[at + 1];
  if (named === undefined || named === '') throw new ClusterOptionError('--versions names no version');
  const versions = named === 'all' ? known : named.split(',');
  const unknown = versions.filter((version) => !known.includes(version));
  if (unknown.length > 0)
    throw new ClusterOptionError(`--versions: there is no ${unknown.join(', ')}, but ${known.join(', ')}`);
  return { versions, words: [...parameters.slice(0, at), ...parameters.slice(at + 2)] };
}

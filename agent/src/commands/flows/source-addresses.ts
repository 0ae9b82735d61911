import type { Sources } from '../../flows/network-from';
import { familyOf } from '../../flows/tested-flow';
import { UsageError } from '../exit-status';

/**
 * The addresses of `--from` by family, of which each has to be one of this host. Throws UsageError for one of another
 * host, for two of one family, and where a peer is of a family without one.
 */
export function sourcesOf(from: readonly string[], to: readonly string[], own: ReadonlySet<string>): Sources {
  const sources: Partial<Record<4 | 6, string>> = {};
  for (const address of from) {
    if (!own.has(address))
      throw new UsageError(
        `--from ${address} is no address of this host. It has: ${[...own].filter(isUsual).sort().join(', ') || 'none'}.`,
      );
    const family = familyOf(address);
    if (sources[family] !== undefined)
      throw new UsageError(`--from takes one address of each family, not ${sources[family]} and ${address}.`);
    sources[family] = address;
  }
  const missing = to.find((peer) => sources[familyOf(peer)] === undefined);
  if (missing !== undefined && from.length > 0)
    throw new UsageError(`--from has no IPv${String(familyOf(missing))} address for ${missing}.`);
  return sources;
}

/** Those that other nodes reach. */
const isUsual = (address: string): boolean => !/^(?:fe80:|127\.|::1$)/.test(address);

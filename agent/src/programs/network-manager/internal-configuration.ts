import type { KeyFileGroup } from '../../parsers/network-manager-conf';
import type { Configuration } from './merge-configuration';

const set = '.set.';
const was = '.was.';

/**
 * The configuration with the daemon's own file on top (NetworkManager-intern.conf, written by the daemon and
 * mentioned in NetworkManager.conf(5), "DESCRIPTION"). There `.set.key` replaces `key`, and `.was.key` is
 * what the user's files said when it was written: once they say something else, it is void. `.was.key` alone
 * hides the user's value, a plain key does nothing, and an `[.intern*]` section is taken as it is.
 */
export function applyInternalConfiguration(merged: Configuration, internal: readonly KeyFileGroup[]): Configuration {
  const result = new Map([...merged].map(([name, values]) => [name, new Map(values)]));
  for (const { name, values } of internal) {
    if (name === '.config') continue;
    const section = result.get(name) ?? new Map<string, string>();
    const changes = name.startsWith('.intern') ? [...values] : changesOf(values, merged.get(name));
    if (changes.length > 0) result.set(name, section);
    for (const [key, value] of changes) {
      if (value === undefined) section.delete(key);
      else section.set(key, value);
    }
  }
  return result;
}

function changesOf(
  internal: ReadonlyMap<string, string>,
  user: ReadonlyMap<string, string> | undefined,
): (readonly [string, string | undefined])[] {
  const keys = [...internal.keys()].map((key) => baseOf(key)).filter((key) => key !== undefined);
  return [...new Set(keys)]
    .filter((key) => user?.get(key) === internal.get(was + key))
    .map((key) => [key, internal.get(set + key)]);
}

function baseOf(key: string): string | undefined {
  const base = key.startsWith(set) || key.startsWith(was) ? key.slice(set.length) : '';
  return base === '' ? undefined : base;
}

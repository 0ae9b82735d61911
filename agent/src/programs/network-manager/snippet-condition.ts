import type { KeyFileGroup } from '../../parsers/network-manager-conf';
import { keyFileBoolean } from '../../parsers/key-file-value';
import { splitMatchSpecs } from '../../parsers/match-spec';
import { afterTag, matchSpecs } from './match-specs';
import type { Answer } from '../three-valued';

/**
 * Whether a snippet takes part: its `[.config] enable=` (NetworkManager.conf(5), "CONFIG SECTION") as a
 * boolean, else as a list of conditions. Null when it depends on the daemon's version or environment, which
 * files don't show.
 */
export function snippetTakesPart(groups: readonly KeyFileGroup[]): Answer {
  const enable = groups.find(({ name }) => name === '.config')?.values.get('enable');
  if (enable === undefined) return true;
  return keyFileBoolean(enable) ?? matchSpecs(splitMatchSpecs(enable), matchCondition);
}

function matchCondition(spec: string): Answer {
  for (const tag of ['nm-version:', 'nm-version-min:', 'nm-version-max:']) {
    const version = afterTag(spec, tag);
    if (version !== undefined) return isVersion(version.trim()) ? null : false;
  }
  return afterTag(spec, 'env:') === undefined ? false : null;
}

/** A condition that is no version never holds. */
const isVersion = (text: string): boolean => /^\d+(?:\.\d+){0,2}$/.test(text);

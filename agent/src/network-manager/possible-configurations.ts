import type { KeyFileGroup } from '../parsers/network-manager-conf';
import { applyInternalConfiguration } from './internal-configuration';
import type { Configuration } from './merge-configuration';
import { mergeConfiguration } from './merge-configuration';
import type { Answer } from './three-valued';

/** A parsed file and whether it takes part. */
export interface Snippet {
  readonly groups: readonly KeyFileGroup[];
  readonly takesPart: Answer;
}

/** Sixteen combinations; nobody has more than one such file. */
const mostUndecided = 4;

/**
 * Every configuration that the daemon may end up with: one, unless it is unknown whether some snippets take
 * part. Undefined when these are too many to try.
 */
export function possibleConfigurations(
  snippets: readonly Snippet[],
  internal: readonly KeyFileGroup[],
): readonly Configuration[] | undefined {
  if (snippets.filter(({ takesPart }) => takesPart === null).length > mostUndecided) return undefined;
  let choices: (readonly (readonly KeyFileGroup[])[])[] = [[]];
  for (const { groups, takesPart } of snippets) {
    const taken = choices.map((chosen) => [...chosen, groups]);
    choices = takesPart === true ? taken : takesPart === false ? choices : [...choices, ...taken];
  }
  return choices.map((files) => applyInternalConfiguration(mergeConfiguration(files), internal));
}

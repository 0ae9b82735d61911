import type { KeyFileGroup } from '../../parsers/network-manager-conf';
import { isBeyondMeasure } from './measure';
import { applyInternalConfiguration } from './internal-configuration';
import type { Configuration } from './merge-configuration';
import { mergeConfiguration } from './merge-configuration';
import type { Answer } from '../three-valued';

/** A parsed file and whether it takes part. */
export interface Snippet {
  readonly groups: readonly KeyFileGroup[];
  readonly takesPart: Answer;
}

/** Sixteen combinations; nobody has more than one such file. */
const mostUndecided = 4;

/** What daemons of different versions make of the same files; which version it is, files don't show. */
interface Generation {
  /** 1.56 and later. */
  readonly keepsEmptySections: boolean;
  /** 1.58 and later, which write them into the daemon's own file. */
  readonly readsInternalDevices: boolean;
}

const generations: readonly Generation[] = [
  { keepsEmptySections: false, readsInternalDevices: false },
  { keepsEmptySections: true, readsInternalDevices: false },
  { keepsEmptySections: true, readsInternalDevices: true },
];

/**
 * Every configuration that the daemon may end up with, for each version and for every choice of the snippets of
 * which it is unknown whether they take part. Undefined when these are too many to try, or hold too much.
 */
export function possibleConfigurations(
  snippets: readonly Snippet[],
  internal: readonly KeyFileGroup[],
): readonly Configuration[] | undefined {
  if (isBeyondMeasure([...snippets.map(({ groups }) => groups), internal])) return undefined;
  if (snippets.filter(({ takesPart }) => takesPart === null).length > mostUndecided) return undefined;
  let choices: (readonly (readonly KeyFileGroup[])[])[] = [[]];
  for (const { groups, takesPart } of snippets) {
    const taken = choices.map((chosen) => [...chosen, groups]);
    choices = takesPart === true ? taken : takesPart === false ? choices : [...choices, ...taken];
  }
  return generations.flatMap(({ keepsEmptySections, readsInternalDevices }) => {
    const read = internal.filter(({ name }) => readsInternalDevices || !name.startsWith('.intern.device'));
    return choices.map((files) => applyInternalConfiguration(mergeConfiguration(files, keepsEmptySections), read));
  });
}

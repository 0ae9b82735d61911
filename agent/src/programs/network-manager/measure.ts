import type { KeyFileGroup } from '../../parsers/network-manager-conf';

/**
 * What all files together hold at most, for a configuration to be looked at. Each of them is far above what anybody has: a
 * list of a thousand devices has some ten thousand characters.
 */
const limits = {
  characters: 128 * 1024,
  sections: 1024,
  /** Keys that add to a list or take from it: each has the list read anew. */
  changes: 32,
  /** Items of lists, as far as commas and semicolons show. */
  items: 4096,
};

/** Whether the files hold more than any genuine configuration, so that nothing is made of them. */
export function isBeyondMeasure(files: readonly (readonly KeyFileGroup[])[]): boolean {
  const sum = { characters: 0, sections: 0, changes: 0, items: 0 };
  for (const groups of files) {
    sum.sections += groups.length;
    for (const { name, values } of groups) {
      sum.characters += name.length;
      for (const [key, value] of values) {
        sum.characters += key.length + value.length;
        sum.changes += /[+-]$/.test(key) ? 1 : 0;
        sum.items += value.split(/[,;]/).length - 1;
      }
    }
  }
  return (Object.keys(limits) as (keyof typeof limits)[]).some((measure) => sum[measure] > limits[measure]);
}

import type { Favorite } from './use-favorites';

/** What the console proposes: the title of the page, else the last part of its path; other characters become hyphens. */
export const proposedName = (title: string | undefined, path: string): string =>
  (title ?? path.split(path.includes('~') ? '~' : '/').at(-1) ?? '').replace(/[^\p{L}\p{N}\s-]/gu, '-');

/** What is wrong with the characters of a name, if anything is. */
export const characterProblem = (name: string): string | null =>
  /^[\p{L}\p{N}\s-]*$/u.test(name) ? null : 'Name can only contain letters, numbers, spaces, and hyphens.';

/** Why the console does not keep a page under this name, or null. */
export const nameProblem = (name: string, favorites: readonly Favorite[]): string | null => {
  const trimmed = name.trim();
  if (trimmed === '') return 'Name is required.';
  const ofCharacters = characterProblem(trimmed);
  if (ofCharacters !== null) return ofCharacters;
  return favorites.some((favorite) => favorite.name === trimmed)
    ? `The name ${name} already exists in your favorites. Choose a unique name to save to your favorites.`
    : null;
};

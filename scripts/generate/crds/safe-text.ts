/**
 * Characters that change how the text around them is shown, or that nobody sees: bidirectional marks, overrides and
 * isolates, separators of lines, zero-width characters. Written out, because a class like \p{Cf} grows with Unicode: an
 * API server that knows more of it than the agent would refuse what the agent takes for clean.
 */
const invisible = '\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff';

/** A text without controls and invisible characters, in the words that Go's and JavaScript's regular expressions share. */
export const safeTextPattern = `^[^\\p{Cc}${invisible}]*$`;

/** A text of YAML whose characters are all seen, given that those above stand in double quotes only. */
export const withVisibleEscapes = (yaml: string): string =>
  yaml.replace(
    new RegExp(`[${invisible}]`, 'gu'),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Whether a text has to stand in double quotes for that. */
export const hasInvisible = (text: string): boolean => new RegExp(`[${invisible}]`, 'u').test(text);

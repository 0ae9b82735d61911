import type { Texts } from './languages';
import { neededTexts, pluralForm } from './plural-forms';

/** What must be in a translation as it is in the English text, and what it is called. */
const kept: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\{\{[^}]*\}\}/g, 'placeholders'],
  [/<\/?\w[^>]*>/g, 'markup'],
  [/`[^`]*`/g, 'code'],
];

/** Control characters, and the invisible ones that reorder text or hide in it; a no-break space is neither. */
const forbidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;

const found = (text: string, pattern: RegExp): string => (text.match(pattern) ?? []).sort().join(' ');

/** A singular may leave its number out, as in "the only node"; nothing else may leave anything out. */
function differs(key: string, pattern: RegExp, english: string, translation: string): boolean {
  const inTranslation = found(translation, pattern);
  if (inTranslation === found(english, pattern)) return false;
  return pluralForm(key) !== 'one' || !inTranslation.split(' ').every((part) => part === '' || english.includes(part));
}

function faultOf(key: string, english: string, translation: string | undefined): string | undefined {
  if (translation === undefined) return 'is missing';
  if (translation.trim() === '') return 'is empty';
  const different = kept.find(([pattern]) => differs(key, pattern, english, translation));
  if (different !== undefined) return `has other ${different[1]} than the English text`;
  if (forbidden.test(translation)) return 'has invisible or control characters';
  if (/^\s/.test(english) !== /^\s/.test(translation) || /\s$/.test(english) !== /\s$/.test(translation)) {
    return 'begins or ends with a space, or lacks one';
  }
  return undefined;
}

/** What is wrong with a translation file, each fault with its key, so that who reads it can go there. */
export function translationFaults(language: string, english: Texts, translation: Texts): string[] {
  const needed = neededTexts(language, english);
  const faults = [...needed].flatMap(([key, text]) => {
    const fault = faultOf(key, text, translation[key]);
    return fault === undefined ? [] : [`${language}: "${key}" ${fault}`];
  });
  const superfluous = Object.keys(translation).filter((key) => !needed.has(key));
  return [...faults, ...superfluous.map((key) => `${language}: "${key}" translates nothing`)];
}

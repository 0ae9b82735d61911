import { useMemo } from 'react';
import type { Message } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';

type Options = Readonly<Record<string, unknown>>;

/** Stand where values will stand; of an area of Unicode that texts have no use for. */
const firstMark = 0xe000;
const marks = /[\uE000-\uE0FF]/g;

/** What the translation does with an option that is no value of the text, or that chooses between texts. */
const meansMore: ReadonlySet<string> = new Set(['count', 'context', 'ns', 'lng', 'defaultValue', 'postProcess']);

/** Texts for cells by the thousand, in the user's language. */
export function useQuickTranslation(): ReadinessTranslation {
  const translation = useReadinessTranslation();
  return useMemo(() => quickTranslation(translation), [translation]);
}

/**
 * The same translation, which asks for each text once and then fills in its values by itself: cells by the thousand say
 * the same few sentences of other nodes. It lives as long as the grid, whose texts are all there before it is drawn.
 */
export function quickTranslation(translation: ReadinessTranslation): ReadinessTranslation {
  const { t: ask, message } = translation;
  const texts = new Map<string, string>();
  const messages = new WeakMap<Message, string>();
  const textOf = (key: string, names: readonly string[]): string => {
    const place = [key, ...names].join('\0');
    const known = texts.get(place);
    if (known !== undefined) return known;
    const text = ask(key, Object.fromEntries(names.map((name, index) => [name, markOf(index)])));
    texts.set(place, text);
    return text;
  };
  const quick = (key: string, options: Options = {}): string => {
    const names = Object.keys(options);
    if (names.some((name) => meansMore.has(name) || typeof options[name] !== 'string')) return ask(key, options);
    const text = textOf(key, names);
    return names.length === 0 ? text : text.replace(marks, (mark) => valueAt(mark, names, options));
  };
  return {
    ...translation,
    t: quick as ReadinessTranslation['t'],
    message: (sentence) => {
      const text = messages.get(sentence) ?? message(sentence);
      messages.set(sentence, text);
      return text;
    },
  };
}

const markOf = (index: number): string => String.fromCharCode(firstMark + index);

const valueAt = (mark: string, names: readonly string[], options: Options): string => {
  const value = options[names[mark.charCodeAt(0) - firstMark] ?? ''];
  return typeof value === 'string' ? value : mark;
};

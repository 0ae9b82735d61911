import type { PostProcessorModule } from 'i18next';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const strange = Array.from('αḅͼḍḛϝḡḥḭĵḳḽṃṇṓṗʠṛṡţṵṽẁẋẏẓÀβḈḌḚḞḠḤḬĴḰḺṀṄṎṔǪṚṢṪṲṾŴẊŶŻ');
const doubled = 'aeiouyAEIOUY';

const strangeLetter = (letter: string): string => {
  const other = strange[plain.indexOf(letter)] ?? letter;
  return doubled.includes(letter) ? other + other : other;
};

/** Each part of a text: a placeholder that is still one, which stays, or something else. */
const parts = /\{\{[^}]*|[^{]+|\{/g;

/**
 * A text as the console shows it under `?pseudolocalization=true`: readable, longer, in brackets. What shows without
 * them was not translated, or was put together of pieces. As i18next-pseudo 2.2.1 does it, which the console uses.
 */
export const pseudolocalized = (text: string): string =>
  `[${(text.match(parts) ?? [])
    .map((part) => (part.startsWith('{{') ? part : Array.from(part, strangeLetter).join('')))
    .join('')}]`;

interface Translator {
  readonly language?: string;
}

/** Does it to every text that i18next translates, if the address asks for it, in the language that it names (`lng`). */
export const pseudolocalization = (search: string): PostProcessorModule => {
  const parameters = new URLSearchParams(search);
  const isOn = parameters.get('pseudolocalization') === 'true';
  // The console's plugin compares the two as they are: `&lng=en-US` is needed where the browser's language is en-US.
  const isAsked = (language: string | undefined): boolean =>
    language === undefined || language === '' || language === (parameters.get('lng') ?? undefined);
  return {
    type: 'postProcessor',
    name: 'pseudo',
    process: (text, _key, _options, translator: Translator) =>
      isOn && isAsked(translator.language) ? pseudolocalized(text) : text,
  };
};

import { languages, namespaces, readTexts } from './languages';
import type { Language } from './languages';
import { terms } from './glossary';
import { neededTexts, pluralForm, pluralForms } from './plural-forms';
import { translationFaults } from './translation-faults';

type Translated = Exclude<Language, 'en'>;
const translated = languages.filter((language): language is Translated => language !== 'en');

/** Key, English text and translation of everything that a language has. */
const textsOf = (language: Translated) =>
  namespaces.flatMap((namespace) => {
    const translation = readTexts(language, namespace);
    return [...neededTexts(language, readTexts('en', namespace))].map(([key, english]) => ({
      namespace,
      key,
      english,
      text: translation[key] ?? '',
    }));
  });

/** Columns of a monospaced font: letters of East Asian scripts take two. */
const width = (text: string): number =>
  Array.from(text).reduce(
    (sum, letter) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(letter) ? 2 : 1),
    0,
  );

const words = (text: string): string[] => text.replace(/\{\{.*?\}\}|`.*?`/g, '').match(/\b[A-Za-z]{3,}\b/g) ?? [];

/** Where buttons, tabs and titles have their texts. */
const ofPages: readonly string[] = namespaces.slice(0, 2);

/** Names only: they are the same in every language. */
const namesOnly = [
  'Calico: AWS',
  'Calico: Azure',
  'Calico: Google Compute Engine',
  'kube-proxy',
  'RHCOS (MachineConfig)',
  'Conntrack SCTP',
  'Kube API',
];

/** A singular of 0 as well in French: none of these is ever shown for no node or no cause. */
const withoutNumber = [
  'All {{number}} nodes are ready_one',
  'See all {{number}} nodes_one',
  'Show all {{number}} causes_one',
];

describe.each(translated)('the translation to %s', (language) => {
  const texts = textsOf(language);

  it('is complete, and keeps placeholders, markup and code', () => {
    expect(texts.length).toBeGreaterThan(1000);
    expect(
      namespaces.flatMap((namespace) =>
        translationFaults(language, readTexts('en', namespace), readTexts(language, namespace)),
      ),
    ).toEqual([]);
  });

  it('leaves no sentence in English', () => {
    const left = texts.filter(({ text, english }) => text === english && words(text).length > 1);
    expect(left.map(({ text }) => text).filter((text) => !namesOnly.includes(text))).toEqual([]);
  });

  it('has short words for buttons, tabs and titles, at most twice as wide as the English ones and a word', () => {
    const short = texts.filter(
      ({ namespace, english }) => ofPages.includes(namespace) && width(english) <= 24 && !/[.:?]$/.test(english),
    );
    expect(short.length).toBeGreaterThan(200);
    const long = short.filter(({ english, text }) => width(text) > 2 * width(english) + 5);
    expect(long.map(({ english, text }) => `${english}: ${text}`)).toEqual([]);
  });

  it.each(terms.map((term) => [term.english.source, term] as const))('has one word for %s', (_name, term) => {
    const speaking = texts.filter(({ english }) => term.english.test(english.replace(/\{\{.*?\}\}|`.*?`/g, '')));
    expect(speaking.length).toBeGreaterThan(2);
    expect(
      speaking.filter(({ text }) => !term.words[language].test(text)).map(({ english, text }) => `${english}: ${text}`),
    ).toEqual([]);
  });

  it('says the same of a text wherever it stands', () => {
    const ofKeys = new Map<string, string>();
    const different = texts.filter(({ namespace, key, text }) => {
      if (!ofPages.includes(namespace)) return false;
      const other = ofKeys.get(key) ?? text;
      ofKeys.set(key, text);
      return other !== text;
    });
    expect(different.map(({ key }) => key)).toEqual([]);
  });

  it('says the number in every plural form', () => {
    const without = texts.filter(
      ({ key, english, text }) =>
        pluralForm(key) !== undefined && english.includes('{{number}}') && !text.includes('{{number}}'),
    );
    expect(without.map(({ key }) => key).filter((key) => !withoutNumber.includes(key))).toEqual([]);
  });
});

describe('the forms of plurals', () => {
  it('are those in which the languages of the console count', () => {
    expect(Object.fromEntries(languages.map((language) => [language, [...pluralForms(language)].sort()]))).toEqual({
      en: ['one', 'other'],
      es: ['many', 'one', 'other'],
      fr: ['many', 'one', 'other'],
      ja: ['other'],
      ko: ['other'],
      zh: ['other'],
    });
  });

  it('are none of the older format, which the console converts: it would rename them', () => {
    const keys = languages.flatMap((language) =>
      namespaces.flatMap((namespace) => Object.keys(readTexts(language, namespace))),
    );
    expect(keys.filter((key) => /_(?:\d+|plural)$/.test(key))).toEqual([]);
  });
});

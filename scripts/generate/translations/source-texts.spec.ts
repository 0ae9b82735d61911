import { readFileSync } from 'node:fs';
import { readTexts } from './languages';
import { sourceKey } from './plural-forms';
import { sourceTexts } from './source-texts';
import { textSources } from './text-sources';

const keysOf = (source: string): string[] => sourceTexts(source, 'source.tsx').texts.map(({ key }) => key);

describe('the texts of a source', () => {
  it.each([
    ["t('one')", ['one']],
    ["translation.t('of a property')", ['of a property']],
    [
      "t('{{pool}} of {{all}}', { pool: pool ?? t('no pool'), all: f(t('all')) })",
      ['{{pool}} of {{all}}', 'no pool', 'all'],
    ],
    ["<Alert title={t('in an element')}>{is && t('within it')}</Alert>", ['in an element', 'within it']],
    ["msg(isOne ? 'one' : isTwo ? 'two' : 'many')", ['one', 'two', 'many']],
    ["format('not a text'); unset('t')", []],
  ])('are all found: %s', (source, keys) => {
    expect(keysOf(source)).toEqual(keys);
  });

  it('are counted where they are given a count, in whichever way', () => {
    const source = "t('a', { count, number: n }); t('b', { count: rows.length }); t('c', { number: count })";
    expect(sourceTexts(source, 'source.ts').texts.map(({ isCounted }) => isCounted)).toEqual([true, true, false]);
  });
});

/** What takes a text that another place has marked. */
const passedOn = ['t(message.text, { ...message.values, ns })'];

describe.each([
  ['plugin__calico-readiness', 20],
  ['calico-readiness-pages', 300],
  ['calico-readiness-catalogue', 300],
  ['calico-readiness-quick-starts', 30],
] as const)('the texts of %s', (namespace, least) => {
  const sources = textSources(namespace)
    .filter((file) => !file.endsWith('.json'))
    .map((file) => ({ file, ...sourceTexts(readFileSync(file, 'utf8'), file) }));
  const keys = new Set(Object.keys(readTexts('en', namespace)));

  it('are all in locales/en, with plural forms where they are counted', () => {
    const texts = sources.flatMap((source) => source.texts);
    expect(texts.length).toBeGreaterThanOrEqual(least);
    const missing = texts.flatMap(({ key, isCounted }) =>
      (isCounted ? [`${key}_one`, `${key}_other`] : [key]).filter((needed) => !keys.has(needed)),
    );
    expect(missing, 'run npm run i18n').toEqual([]);
  });

  it('are all that is in locales/en, beside the labels of the extensions', () => {
    const known = new Set(sources.flatMap(({ texts }) => texts.map(({ key }) => key)));
    const extensions = readFileSync('console-extensions.json', 'utf8');
    const unknown = [...keys].map(sourceKey).filter((key) => !known.has(key) && !extensions.includes(`~${key}%`));
    expect(unknown, 'run npm run i18n').toEqual([]);
  });

  it('are literals, so that they can be collected', () => {
    expect(sources.flatMap(({ opaque }) => opaque).filter((call) => !passedOn.includes(call))).toEqual([]);
  });
});

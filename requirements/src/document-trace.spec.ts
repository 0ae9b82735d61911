import { readFileSync } from 'node:fs';
import { catalogue, requirementById } from './catalogue';
import { documentSentences } from './catalogue/document-sentences';
import { guides } from './guides';

const document = readFileSync(new URL('../fixtures/system-requirements.txt', import.meta.url), 'utf8');

/** The document's words, bullets left out; how it breaks lines does not matter. */
const words = (text: string): string =>
  text
    .replace(/^\s*•\s*/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

const quotesOf = (id: string): readonly string[] => {
  const origin = requirementById(id)?.origin;
  return origin?.kind === 'document' ? origin.quotes : [];
};

describe('the trace of the requirements document', () => {
  it('holds every sentence, in order, and nothing else', () => {
    expect(documentSentences.map(({ text }) => text).join(' ')).toBe(words(document));
  });

  it.each(documentSentences)(
    'leads from “$text” to a requirement or a guide, or says what it is',
    ({ requirements, guide, structure }) => {
      const leads = (requirements ?? []).length > 0 || guide !== undefined;
      expect(leads).toBe(structure === undefined);
    },
  );

  it.each(documentSentences)('has “$text” quoted by the requirements beside it', ({ text, requirements = [] }) => {
    const silent = requirements.filter(
      (id) => !quotesOf(id).some((quote) => quote.includes(text.replace(/^Note: /, ''))),
    );
    expect(silent).toEqual([]);
  });

  it.each(guides)('has the advice of the guide $id beside that guide, and no other', ({ id, advice }) => {
    expect(documentSentences.filter(({ guide }) => guide === id).map(({ text }) => text)).toEqual(advice);
  });

  it.each(catalogue.filter(({ origin }) => origin.kind === 'document'))(
    'quotes the document word for word in $id, and only what leads to it',
    ({ id }) => {
      const beside = documentSentences.filter(({ requirements }) => requirements?.includes(id)).map(({ text }) => text);
      expect(quotesOf(id).length).toBeGreaterThan(0);
      for (const quote of quotesOf(id)) {
        expect(document).toContain(quote);
        // One without any sentence beside it is told of in the last test.
        expect(beside.length === 0 || beside.some((text) => text.includes(quote) || quote.includes(text)), quote).toBe(
          true,
        );
      }
    },
  );

  it('leads to every requirement that is not marked as beyond the document, and to no other', () => {
    const reached = new Set(documentSentences.flatMap(({ requirements = [] }) => requirements));
    const wrong = catalogue.filter(({ id, origin }) => reached.has(id) !== (origin.kind === 'document'));
    expect(
      wrong.map(({ id }) => id),
      'name it beside its sentence in requirements/src/catalogue/document-sentences.ts, or give its origin as beyond(…)',
    ).toEqual([]);
  });
});

import { earlyLimit, earlySize, firstPageLimit, sizeFaults } from './size-limits';

const bundle = (of: { readonly french?: number; readonly page?: number; readonly entry?: number } = {}) => [
  { file: 'plugin-manifest.json', gzip: 1000 },
  { file: 'plugin-entry.0123.min.js', gzip: of.entry ?? 4000 },
  { file: 'locales/en/plugin__calico-readiness.json', gzip: 500 },
  { file: 'locales/fr/plugin__calico-readiness.json', gzip: of.french ?? 700 },
  { file: 'pages-chunk-0123.min.js', gzip: of.page ?? 100_000 },
  { file: 'THIRD-PARTY.txt', gzip: 1_000_000 },
];
const languages = ['en', 'fr'];
const pages = new Map([['overview in en', new Set(['pages-chunk-0123.min.js'])]]);

describe('the size of the bundle', () => {
  it('is what each language loads before our pages are opened', () => {
    expect([earlySize(bundle(), 'en'), earlySize(bundle(), 'fr')]).toEqual([5500, 5700]);
  });

  it.each([
    ['is right at its limits', bundle({ french: earlyLimit - 5000, page: firstPageLimit }), []],
    [
      'names the language in which every console page loads too much',
      bundle({ french: earlyLimit - 4999 }),
      ['Every console page loads 15.0 KB of ours in fr; 15.0 KB are the limit.'],
    ],
    ['names every language where the script is too large', bundle({ entry: earlyLimit }), ['in en', 'in fr']],
    [
      'names the page that loads too much',
      bundle({ page: firstPageLimit + 1 }),
      ['overview in en loads 250.0 KB as the first page; 250.0 KB are the limit.'],
    ],
  ])('%s', (_what, files, faults) => {
    expect(sizeFaults(files, languages, pages)).toEqual(
      faults.map((fault) => expect.stringContaining(fault) as string),
    );
  });

  it.each(['plugin-manifest.json', 'plugin-entry.0123.min.js', 'locales/fr/plugin__calico-readiness.json'])(
    'is not told of a bundle without %s',
    (missing) => {
      const files = bundle().filter(({ file }) => file !== missing);
      expect(() => sizeFaults(files, languages, pages)).toThrow('three files');
    },
  );
});

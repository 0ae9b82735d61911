import { pseudolocalization, pseudolocalized } from './pseudolocalization';

/** What i18next-pseudo 2.2.1 made of these texts, with `wrapped` as the console sets it. */
const observed: readonly (readonly [string, string])[] = [
  [
    'Every {{number}} of the lazy quick brown foxes jumps, 12',
    '[ḚḚṽḛḛṛẏẏ {{number}} ṓṓϝ ţḥḛḛ ḽααẓẏẏ ʠṵṵḭḭͼḳ ḅṛṓṓẁṇ ϝṓṓẋḛḛṡ ĵṵṵṃṗṡ, 12]',
  ],
  ['THE FIVE BOXING WIZARDS JUMP QUICKLY', '[ṪḤḚḚ ḞḬḬṾḚḚ βṎṎẊḬḬṄḠ ŴḬḬŻÀÀṚḌṢ ĴṲṲṀṔ ǪṲṲḬḬḈḰḺŶŶ]'],
  ['{a} and {{b}} vex', '[{αα} ααṇḍ {{b}} ṽḛḛẋ]'],
  ['${remaining} more', '[${ṛḛḛṃααḭḭṇḭḭṇḡ} ṃṓṓṛḛḛ]'],
  ['', '[]'],
  ['ノード 3', '[ノード 3]'],
];

describe('a pseudolocalized text', () => {
  it.each(observed)('is what i18next-pseudo makes of it: %s', (text, expected) => {
    expect(pseudolocalized(text)).toBe(expected);
  });
});

describe('pseudolocalization', () => {
  it.each([
    ['?pseudolocalization=true&lng=en-US', 'en-US', true],
    ['?pseudolocalization=true&lng=en-US', 'en', false],
    ['?pseudolocalization=true', 'en', false],
    ['?pseudolocalization=1&lng=en-US', 'en-US', false],
    ['?lng=en-US', 'en-US', false],
  ])('at %s in %s is done: %s', (search, language, isDone) => {
    const shown = pseudolocalization(search).process('Nodes', 'Nodes', {}, { language });
    expect(shown).toBe(isDone ? '[Ṅṓṓḍḛḛṡ]' : 'Nodes');
  });
});

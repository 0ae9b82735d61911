import { growthOf, linear } from '../../test/growth/growth';
import { parserTrials } from '../../test/parser-trials';

/** What files begin with, so that what comes behind is looked at. */
const beginnings = [
  '',
  'install ',
  'softdep a pre:',
  '[Match]\nName=',
  '[Install]\nAlias=a\n',
  'KERNEL=="',
  'ENABLED=',
  '# Linux/x 1 Kernel Configuration\nCONFIG_',
  'alias ',
  'a.ko: ',
  'iface ',
  'quiet ',
] as const;

/** What comes again and again, in characters that some parser treats apart. */
const middles = [
  '[',
  ']',
  ' ',
  '\t',
  '"',
  "'",
  '\\',
  '\\\n',
  'a',
  '-',
  ',',
  '=',
  'a ',
  'a=b\n',
  '#',
  ' a',
  ';',
] as const;
const more = [
  'Alias=a\n',
  'a:b\n',
  'alias a b\n',
  '[a]\nb=c\n',
  '0a:',
  'a.ko ',
  '\r',
  '{',
  '< a',
  '\\a',
  'A',
  'n\0',
] as const;
const ends = ['', ' b\n'] as const;

const texts = beginnings.flatMap((beginning) =>
  [...middles, ...more].flatMap((middle) => ends.map((end) => (size: number) => beginning + middle.repeat(size) + end)),
);

describe('the steps of every parser', () => {
  it.each(parserTrials.map(({ name, parse }) => [name, parse] as const))(
    'grow no faster than the text for %s',
    (_, parse) => {
      const faster = texts
        .map((text) => ({ text: text(3), growth: growthOf((size) => parse(text(size))) }))
        .filter(({ growth }) => growth > linear);
      expect(faster).toEqual([]);
    },
    60_000,
  );
});

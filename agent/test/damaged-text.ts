import * as fc from 'fast-check';

const insertion = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\0',
    '\n',
    '\r\n',
    '\\\n',
    '\uFFFD',
    '"',
    "'",
    '[',
    ']',
    '=',
    '*',
    '__proto__',
    'constructor',
    ' '.repeat(300),
    '9'.repeat(400),
  ),
);

type Damage = (text: string) => string;

const at = (text: string, share: number): number => Math.floor(text.length * share);

/** A place in a text, as a share of its length. Of an integer, since half of all doubles between 0 and 1 are next to nothing. */
export const share: fc.Arbitrary<number> = fc.nat({ max: 1_000_000 }).map((millionths) => millionths / 1_000_000);

const damage: fc.Arbitrary<Damage> = fc.oneof(
  share.map(
    (end): Damage =>
      (text) =>
        text.slice(0, at(text, end)),
  ),
  share.map(
    (start): Damage =>
      (text) =>
        text.slice(at(text, start)),
  ),
  fc.tuple(share, insertion).map(
    ([place, added]): Damage =>
      (text) =>
        text.slice(0, at(text, place)) + added + text.slice(at(text, place)),
  ),
  fc.tuple(share, fc.nat({ max: 40 })).map(
    ([place, count]): Damage =>
      (text) =>
        text.slice(0, at(text, place)) + text.slice(at(text, place) + count),
  ),
  fc.tuple(share, fc.nat({ max: 255 })).map(
    ([place, code]): Damage =>
      (text) =>
        text.slice(0, at(text, place)) + String.fromCharCode(code) + text.slice(at(text, place) + 1),
  ),
  fc.constantFrom<Damage>(
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.replaceAll('\n', ' '),
    (text) => text + text,
    (text) => text.toUpperCase(),
  ),
);

/** A text as a fault of disk, editor or capture may leave it: cut, overwritten, doubled, with other line ends, once to three times over. */
export const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .array(damage, { minLength: 1, maxLength: 3 })
    .map((damages) => damages.reduce((result, apply) => apply(result), text));

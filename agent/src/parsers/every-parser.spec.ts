import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { fixtureHosts } from '../../test/fixture-hosts';
import { damaged, share } from '../../test/damaged-text';
import type { ParserTrial } from '../../test/parser-trials';
import { parserTrials } from '../../test/parser-trials';

/** Functions beside the parsers that take nothing apart: they make the answers, or look at them. */
const noParsers = ['isList', 'isObject', 'malformed', 'parsed', 'textOf', 'tooLarge', 'weightOf'];

const largestSample = 256 * 1024;
const mostSamples = 3;

/** Real files below the fixture hosts that hold something, by their paths. */
const hostFiles: readonly string[] = fixtureHosts.flatMap(({ root }) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.ko'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 0 && statSync(path).size <= largestSample),
);

/** Some different real files that a parser reads, the smallest ones: what they hold differs little, and time is short. */
function samplesOf({ files }: ParserTrial): readonly string[] {
  const texts = new Set(hostFiles.filter((path) => files.test(path)).map((path) => readFileSync(path, 'latin1')));
  return [...texts].sort((left, right) => left.length - right.length).slice(0, mostSamples);
}

const anySample = (trial: ParserTrial): fc.Arbitrary<string> => fc.constantFrom(...samplesOf(trial));

/** A trial without a file fails once, below. */
const withFiles = parserTrials.filter((trial) => samplesOf(trial).length > 0);
const withOrder = withFiles.filter(({ anyOrder }) => anyOrder !== undefined);
const withParts = withFiles.filter(({ known }) => known !== undefined);

interface Answer {
  readonly status: 'parsed' | 'malformed';
  readonly value?: never;
  readonly detail?: string;
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  (value.status === 'parsed' || value.status === 'malformed');

/** Lists whose order follows that of the lines, as sorted ones. */
const withoutOrder = (value: unknown): unknown =>
  value instanceof Map
    ? new Map([...value].map(([key, each]) => [key, Array.isArray(each) ? [...each].sort() : (each as unknown)]))
    : value;

describe('every parser', () => {
  it('is tried out here', async () => {
    const modules = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
    );
    const exported: string[] = [];
    for (const module of modules) {
      const functions = (await import(/* @vite-ignore */ join(import.meta.dirname, module))) as Record<string, unknown>;
      exported.push(...Object.keys(functions).filter((name) => typeof functions[name] === 'function'));
    }
    expect([...parserTrials.map(({ name }) => name), ...noParsers].sort()).toEqual(exported.sort());
  });

  it.each(parserTrials)('$name has real files to be tried with', (trial) => {
    expect(samplesOf(trial).length, 'no file below agent/fixtures/hosts fits its pattern: add one').toBeGreaterThan(0);
  });

  it.each(withFiles)(
    '$name answers for any text and for damaged real files, twice the same, and quotes nothing of them',
    (trial) => {
      const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), {
        arbitrary: anySample(trial).chain(damaged),
        weight: 4,
      });
      fc.assert(
        fc.property(texts, (text) => {
          const answer = trial.parse(text);
          expect(trial.parse(text)).toEqual(answer);
          if (isAnswer(answer) && answer.status === 'malformed')
            expect(answer.detail).toMatch(/^[a-zA-Z0-9 `=./:,-]{1,80}$/);
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each(withOrder)('$name says the same whatever the order of the lines', ({ anyOrder = '\n', ...trial }) => {
    const shuffled = anySample(trial).chain((text) => {
      const lines = text.split(anyOrder).filter((line) => line !== '');
      return fc.tuple(
        fc.constant(text),
        fc
          .shuffledSubarray(lines, { minLength: lines.length })
          .map((all) => all.map((line) => line + anyOrder).join('')),
      );
    });
    fc.assert(
      fc.property(shuffled, ([text, other]) => {
        const [before, after] = [trial.parse(text), trial.parse(other)].map((answer) =>
          isAnswer(answer) ? withoutOrder(answer.value) : answer,
        );
        expect(after).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it.each(withParts)(
    '$name learns nothing from a part of a file that the whole does not say',
    ({ known = () => [], ...trial }) => {
      const learned = (text: string): ReadonlySet<string> => {
        const answer = trial.parse(text);
        return new Set(isAnswer(answer) && answer.value !== undefined ? known(answer.value) : []);
      };
      fc.assert(
        fc.property(anySample(trial), share, (text, end) => {
          const whole = learned(text);
          const part = learned(text.slice(0, Math.floor(text.length * end)));
          expect([...part].filter((each) => !whole.has(each))).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );
});

import * as fc from 'fast-check';
import { reportLimitAt, reportLimits } from './report-limits';

const patterns = reportLimits.map((limit) => ({ limit, segments: limit.path.split('.') }));

/** The first limit of the list whose pattern matches, as it is written down. */
const firstThatMatches = (segments: readonly string[]) =>
  patterns.find(
    ({ segments: pattern }) =>
      pattern.length === segments.length && pattern.every((part, index) => part === '*' || part === segments[index]),
  )?.limit;

describe('the limit at a place of a report', () => {
  it('is that of its own pattern', () => {
    for (const { limit, segments } of patterns) expect(reportLimitAt(segments), limit.path).toBe(limit);
  });

  it('is the first of the list that matches, at any place', () => {
    const words = fc.constantFrom(...new Set(patterns.flatMap(({ segments }) => segments)), 'constructor', '');
    const place = fc
      .tuple(fc.constantFrom(...patterns), fc.array(words, { maxLength: 2 }), fc.nat(4), fc.nat(2))
      .map(([{ segments }, others, at, removed]) => [
        ...segments.slice(0, at),
        ...others,
        ...segments.slice(at + removed),
      ]);
    fc.assert(
      fc.property(place, (segments) => {
        expect(reportLimitAt(segments)).toBe(firstThatMatches(segments));
      }),
      { numRuns: 2_000 },
    );
  });
});

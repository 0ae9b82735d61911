import { ageOfReport } from './report-age';

const now = Date.parse('2026-01-01T12:00:00Z');

describe('the age of a report', () => {
  it.each([
    ['just made', 0, { freshness: 'current', seconds: 0 }],
    ['2.5 intervals and a minute old', 2310, { freshness: 'current', seconds: 2310 }],
    ['a second older', 2311, { freshness: 'stale', seconds: 2311 }],
    ['made by a clock that is five minutes ahead', -300, { freshness: 'current', seconds: 0 }],
    ['made by a clock that is further ahead', -301, { freshness: 'unknown' }],
  ])('%s', (_what, seconds, age) => {
    expect(ageOfReport(now - seconds * 1000, 900, now)).toEqual(age);
  });

  it('is unknown where the report does not say', () => {
    expect(ageOfReport(undefined, 900, now)).toEqual({ freshness: 'unknown' });
  });
});

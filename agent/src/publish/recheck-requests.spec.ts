import { RecheckRequests } from './recheck-requests';

const noon = Date.parse('2026-01-01T12:00:00Z');
const at = (milliseconds: number): string => new Date(noon + milliseconds).toISOString();

describe('RecheckRequests', () => {
  it('asks for an observation at once and is settled by a later one', () => {
    const requests = new RecheckRequests();

    expect(requests.take('report', at(-5), at(-1000), noon)).toBe(true);
    expect(requests.dueAt).toBe(noon);
    requests.settle(at(-10));
    expect(requests.dueAt).toBe(noon);
    requests.settle(at(0));
    expect(requests.dueAt).toBeUndefined();
  });

  it.each([
    ['no request', undefined, at(-1000)],
    ['a request that was answered before', at(-5000), at(-1000)],
    ['a text that is no time', 'now', at(-1000)],
    ['a time far in the future', at(3_600_000), at(-1000)],
  ])('ignores %s', (_name, requestedAt, observedAt) => {
    const requests = new RecheckRequests();

    expect(requests.take('report', requestedAt, observedAt, noon)).toBe(false);
    expect(requests.dueAt).toBeUndefined();
  });

  it('takes a request once, however often it is seen', () => {
    const requests = new RecheckRequests();
    requests.take('report', at(-5), undefined, noon);
    requests.settle(at(0));

    expect(requests.take('report', at(-5), undefined, noon)).toBe(false);
  });

  it('observes again when its own clock has reached a request from a clock that is ahead', () => {
    const requests = new RecheckRequests();
    requests.take('report', at(4000), undefined, noon);
    requests.observed(at(0));

    expect(requests.answeredBy(at(0))).toBe(false);
    expect(requests.dueAt).toBe(noon + 4001);
    expect(requests.answeredBy(at(4001))).toBe(true);
  });

  it('is not due again while its answer waits to be published', () => {
    const requests = new RecheckRequests();
    requests.take('report', at(-5), undefined, noon);
    requests.observed(at(0));

    expect(requests.dueAt).toBe(Infinity);
    expect(requests.answeredBy(at(0))).toBe(true);
  });

  it('answers two requests by one observation that is later than both', () => {
    const requests = new RecheckRequests();
    requests.take('policy', at(-5), undefined, noon + 30_000);
    requests.take('report', at(-1), undefined, noon);

    expect(requests.dueAt).toBe(noon);
    requests.settle(at(-2));
    expect(requests.dueAt).toBe(noon);
    requests.settle(at(0));
    expect(requests.dueAt).toBeUndefined();
  });
});

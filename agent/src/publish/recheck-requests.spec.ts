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

  it('observes when its own clock has reached a request from a clock that is ahead', () => {
    const requests = new RecheckRequests();
    requests.take('report', at(4000), undefined, noon);
    requests.observed(at(0));

    expect(requests.answeredBy(at(0))).toBe(false);
    expect(requests.dueAt).toBe(noon + 4001);
    expect(requests.answeredBy(at(4001))).toBe(true);
  });

  it('is due at most once per 10 s, however many requests are made and however fast they are answered', () => {
    const requests = new RecheckRequests();
    const observations: number[] = [];
    for (let time = 0; time < 60_000; time += 100) {
      // Some of them ahead of our clock.
      requests.take('report', at(time + (time % 700)), undefined, noon + time);
      if ((requests.dueAt ?? Infinity) > noon + time) continue;
      observations.push(time);
      requests.observed(at(time));
      requests.settle(at(time));
    }
    const gaps = observations.slice(1).map((time, index) => time - observations[index]!);

    expect(observations.length).toBeGreaterThan(4);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10_000);
  });

  it('answers at once again after 10 s, and when its clock was set back meanwhile within 10 s', () => {
    const requests = new RecheckRequests();
    const ask = (time: number): number | undefined => {
      requests.take('report', at(time - 1), undefined, noon + time);
      return requests.dueAt;
    };
    const answer = (time: number): void => {
      requests.observed(at(time));
      requests.settle(at(time));
    };
    expect(ask(0)).toBe(noon);
    answer(0);
    expect(ask(10_000)).toBe(noon + 10_000);
    answer(10_000);
    expect(ask(-3_600_000)).toBe(noon - 3_590_000);
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

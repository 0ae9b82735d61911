import type { ReportedFlows } from '@calico-readiness/requirements';
import { ToldFlows } from './told-flows';

const flows = (tested: number, failing = 0): ReportedFlows => ({
  grouping: 'zone',
  groups: ['a'],
  cells: [{ flow: 'bgp-IPv4', from: 0, to: 0, tested, failing }],
  causes: failing === 0 ? [] : [{ kind: 'everywhere', flows: ['bgp-IPv4'], pairs: failing, message: String(failing) }],
});

describe('what is told of the flows', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function setUp(takes = 0) {
    let seen: ReportedFlows | undefined = flows(10);
    let looks = 0;
    const told = new ToldFlows({
      look: () => {
        looks += 1;
        vi.advanceTimersByTime(takes);
        return seen && { reported: seen, failingPairs: new Map() };
      },
      looked: () => undefined,
    });
    return {
      see: (next: ReportedFlows | undefined) => (seen = next),
      after: (milliseconds: number) => {
        vi.advanceTimersByTime(milliseconds);
        return told.at(0);
      },
      looks: () => looks,
    };
  }

  it('is looked at once a minute at most, and more seldom where that takes long', () => {
    const quick = setUp();
    for (let second = 0; second < 120; second += 1) quick.after(1000);
    expect(quick.looks()).toBe(2);
    const slow = setUp(10_000);
    slow.after(0);
    slow.after(400_000);
    expect(slow.looks()).toBe(1);
    slow.after(110_000);
    expect(slow.looks()).toBe(2);
  });

  it('changes at once with what fails, and with numbers alone each quarter of an hour', () => {
    const { see, after } = setUp();
    expect(after(0)).toEqual(flows(10));
    see(flows(11));
    expect(after(60_000)).toEqual(flows(10));
    see(flows(11, 3));
    expect(after(60_000)).toEqual(flows(11, 3));
    see(flows(11, 4));
    expect(after(60_000)).toEqual(flows(11, 3));
    expect(after(900_000)).toEqual(flows(11, 4));
    see(undefined);
    expect(after(60_000)).toBeUndefined();
  });
});

import { act, render, screen } from '@testing-library/react';
import { buildFleet } from '../fleet/build-fleet';
import type { Fleet } from '../fleet/build-fleet';
import { judgedReport } from '../testing/reports';
import { nodeObject } from '../testing/cluster-objects';
import { WhatIfJudge } from '../fleet/what-if/what-if-fleet';
import { useJudgedFleet } from './useJudgedFleet';

const fleetOf = (...names: string[]) =>
  buildFleet(
    names.map((name) => nodeObject(name)),
    names.map((name) => judgedReport(name)),
    [],
    Date.now(),
  );

const Shown = ({ fleet, judge }: { fleet: Fleet; judge: WhatIfJudge | null }) => {
  const judged = useJudgedFleet(fleet, judge);
  return (
    <p>
      {judged.fleet === undefined
        ? judged.done === undefined
          ? 'no word'
          : `${String(judged.done)} so far`
        : judged.fleet.rows.map(({ name, report }) => `${name} ${report?.profile?.dataplane.value ?? ''}`).join()}
    </p>
  );
};

const text = () => screen.getByText(/./).textContent;
const nextSlice = () => {
  act(() => {
    vi.advanceTimersToNextTimer();
  });
};

describe('useJudgedFleet', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    // Every look at the clock finds a slice used up after one node.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 20));
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('judges in slices, and shows nothing before the last node is judged', () => {
    render(<Shown fleet={fleetOf('a', 'b', 'c')} judge={new WhatIfJudge({ dataplane: 'BPF' })} />);
    expect(text()).toBe('no word');
    nextSlice();
    expect(text()).toBe('no word');
    nextSlice();
    expect(text()).toBe('a BPF,b BPF,c BPF');
  });

  it('tells how far it is where it takes longer, and not with every slice', () => {
    render(<Shown fleet={fleetOf(...'abcdefghi')} judge={new WhatIfJudge({ dataplane: 'BPF' })} />);
    const words = [text()];
    for (let slice = 0; slice < 7; slice += 1) {
      nextSlice();
      words.push(text());
    }
    const [silent, four, eight] = ['no word', '4 so far', '8 so far'];
    expect(words).toEqual([silent, silent, silent, four, four, four, four, eight]);
    nextSlice();
    expect(text()).toContain('i BPF');
  });

  it('keeps what it has while a newer fleet is judged, but not under another what-if', () => {
    const judge = new WhatIfJudge({ dataplane: 'BPF' });
    const { rerender } = render(<Shown fleet={fleetOf('a')} judge={judge} />);
    expect(text()).toBe('a BPF');
    const newer = fleetOf('a', 'b');
    rerender(<Shown fleet={newer} judge={judge} />);
    expect(text()).toBe('a BPF');
    nextSlice();
    expect(text()).toBe('a BPF,b BPF');
    rerender(<Shown fleet={newer} judge={new WhatIfJudge({ dataplane: 'Nftables' })} />);
    expect(text()).toBe('no word');
    nextSlice();
    expect(text()).toBe('a Nftables,b Nftables');
  });

  it('judges nothing without a what-if', () => {
    render(<Shown fleet={fleetOf('a')} judge={null} />);
    expect(text()).toBe('no word');
    expect(vi.getTimerCount()).toBe(0);
  });
});

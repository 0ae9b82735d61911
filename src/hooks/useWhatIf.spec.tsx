import { act, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from '../console/router';
import { buildFleet } from '../fleet/build-fleet';
import type { Fleet } from '../fleet/build-fleet';
import { nodeObject } from '../testing/cluster-objects';
import { judgedReport } from '../testing/reports';
import { useWhatIf } from './useWhatIf';

const fleetOf = (names: readonly string[]) =>
  buildFleet(
    names.map((name) => nodeObject(name)),
    names.map((name) => judgedReport(name)),
    [],
    Date.now(),
  );

const retry = () => undefined;

const Page = ({ fleet }: { fleet: Fleet }) => {
  const { values, state, apply, leave } = useWhatIf({ status: 'ready', fleet, problem: null, retry });
  const rows = state.status === 'failed' ? [] : state.fleet.rows;
  const dataplanes = new Set(rows.map(({ report }) => report?.profile?.dataplane.value));
  return (
    <>
      <p>{`asked ${values.dataplane ?? 'nothing'}, ${state.status}, rows of ${[...dataplanes].join() || 'nobody'}`}</p>
      <button
        onClick={() => {
          apply({ dataplane: 'Nftables' });
        }}
      >
        Another
      </button>
      <button onClick={leave}>Leave</button>
    </>
  );
};

const text = () => screen.getByText(/^asked/).textContent;
const press = (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
};
const slices = (count: number) => {
  for (let slice = 0; slice < count; slice += 1)
    act(() => {
      vi.advanceTimersToNextTimer();
    });
};

const renderWith = (names: string) =>
  render(
    <MemoryRouter initialEntries={['/calico-readiness/nodes?whatif=dataplane:BPF']}>
      <Page fleet={fleetOf([...names])} />
    </MemoryRouter>,
  );

describe('useWhatIf', () => {
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

  it('never shows rows of the current state, not even while the first what-if is evaluated', () => {
    renderWith('abc');
    expect(text()).toBe('asked BPF, loading, rows of nobody');
    slices(2);
    expect(text()).toBe('asked BPF, ready, rows of BPF');
  });

  it('keeps the former what-if, with what it asked, for the moment until the next is evaluated', () => {
    renderWith('abc');
    slices(2);
    press('Another');
    expect(text()).toBe('asked BPF, ready, rows of BPF');
    slices(2);
    expect(text()).toBe('asked Nftables, ready, rows of Nftables');
  });

  it('shows the next one at once where it takes longer', () => {
    renderWith('abcdefghi');
    slices(8);
    expect(text()).toBe('asked BPF, ready, rows of BPF');
    press('Another');
    slices(3);
    expect(text()).toBe('asked Nftables, loading, rows of nobody');
    slices(5);
    expect(text()).toBe('asked Nftables, ready, rows of Nftables');
  });

  it('leaves at once, whatever is still to be evaluated', () => {
    renderWith('abc');
    slices(2);
    press('Another');
    press('Leave');
    expect(text()).toBe('asked nothing, ready, rows of Iptables');
    slices(2);
    expect(text()).toBe('asked nothing, ready, rows of Iptables');
  });
});

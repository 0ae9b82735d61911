import { render, screen } from '@testing-library/react';
import { useFleet } from './useFleet';
import { nodeObject } from '../testing/cluster-objects';
import { fakeCluster } from '../testing/fake-cluster';
import { judgedReport } from '../testing/reports';
import { beginLists, begunLists } from '../lists/begun-lists';

const drawn: string[] = [];

const FleetPage = () => {
  const state = useFleet();
  drawn.push(state.status === 'failed' ? 'failed' : state.fleet.rows.map(({ name }) => name).join());
  return <p>{state.status}</p>;
};

const lists = () => fakeCluster.requests.filter((request) => !request.endsWith('watch')).length;
const settled = () => vi.waitFor(() => expect(begunLists()?.reports.told.latest.complete).toBeDefined());

describe('lists that were begun before their page', () => {
  beforeEach(() => {
    drawn.length = 0;
    fakeCluster.serve('nodes', [nodeObject('a'), nodeObject('b')]);
    fakeCluster.serve('nodereports', [judgedReport('a'), judgedReport('b')]);
    beginLists();
  });

  it('are in its first picture, and are read once', async () => {
    await settled();
    const before = lists();
    render(<FleetPage />);
    expect(drawn[0]).toBe('a,b');
    expect(await screen.findByText('ready')).toBeVisible();
    expect(lists()).toBe(before);
    expect(begunLists()).toBeUndefined();
  });

  it('are followed further by the page', async () => {
    await settled();
    render(<FleetPage />);
    await screen.findByText('ready');
    fakeCluster.serve('nodes', [nodeObject('a'), nodeObject('b'), nodeObject('c')]);
    await vi.waitFor(() => expect(drawn.at(-1)).toBe('a,b,c'), { timeout: 10_000 });
  });

  it('serve one page; the next reads anew', async () => {
    await settled();
    const first = render(<FleetPage />);
    await screen.findByText('ready');
    first.unmount();
    const before = lists();
    render(<FleetPage />);
    expect(drawn.at(-1)).toBe('');
    expect(await screen.findByText('ready')).toBeVisible();
    expect(lists()).toBeGreaterThan(before);
  });

  it('are begun once as long as they wait, and given up when no page comes', () => {
    vi.useFakeTimers();
    render(<FleetPage />).unmount();
    beginLists();
    const waiting = begunLists()!;
    const stops = [vi.spyOn(waiting.nodes, 'stop'), vi.spyOn(waiting.reports, 'stop')];
    beginLists();
    expect(begunLists()).toBe(waiting);
    vi.advanceTimersByTime(60_000);
    expect(begunLists()).toBeUndefined();
    for (const stop of stops) expect(stop).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});

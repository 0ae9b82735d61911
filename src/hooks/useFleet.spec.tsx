import { act, render, screen, waitFor } from '@testing-library/react';
import { fakeCluster } from '../testing/fake-cluster';
import { nodeObject } from '../testing/cluster-objects';
import { reportObject } from '../testing/reports';
import { useFleet } from './useFleet';

const names = (count: number) => Array.from({ length: count }, (_, index) => `worker-${String(index)}`);
const nodes = (count: number) => names(count).map((name) => nodeObject(name));
const reports = (count: number) => names(count).map((name) => reportObject(name, { now: Date.now() }));

/** Shows what the hook says, as a page would. */
const Probe = () => {
  const state = useFleet();
  const text = () => {
    switch (state.status) {
      case 'loading':
        return `loading ${state.progress === null ? '?' : `${String(state.progress.loaded)} of ${String(state.progress.total)}`}`;
      case 'failed':
        return `failed ${state.problem.kind} ${state.problem.resource}`;
      case 'ready':
        return `ready ${String(state.fleet.verdicts.Ready)} of ${String(state.fleet.rows.length)}${state.problem === null ? '' : ' old'}`;
      default:
        return state satisfies never;
    }
  };
  return <output>{text()}</output>;
};

const says = (text: string) =>
  waitFor(() => {
    expect(screen.getByRole('status')).toHaveTextContent(text);
  });
const serve = (plural: string, objects: readonly unknown[], arrived?: number) => {
  act(() => {
    fakeCluster.serve(plural, objects, arrived);
  });
};

describe('useFleet', () => {
  it('holds totals back until every page of every list is in', async () => {
    fakeCluster.serve('nodes', nodes(600));
    fakeCluster.serve('nodereports', reports(600), 250);
    render(<Probe />);
    await says('loading 250 of 600');
    serve('nodereports', reports(600), 500);
    await says('loading 500 of 600');
    serve('nodereports', reports(600));
    await says('ready 600 of 600');
  });

  it('waits for nodes as well as for reports', async () => {
    fakeCluster.serve('nodes', nodes(600), 250);
    fakeCluster.serve('nodereports', reports(600));
    render(<Probe />);
    await says('loading 250 of 600');
  });

  it('keeps the complete fleet while the console lists anew after a lost connection', async () => {
    fakeCluster.serve('nodes', nodes(600));
    fakeCluster.serve('nodereports', reports(600));
    render(<Probe />);
    await says('ready 600 of 600');
    serve('nodereports', reports(600), 250);
    await says('ready 600 of 600');
  });

  it('notices a deleted node although there are fewer than before', async () => {
    fakeCluster.serve('nodes', nodes(3));
    fakeCluster.serve('nodereports', reports(3));
    render(<Probe />);
    await says('ready 3 of 3');
    serve('nodes', nodes(2));
    await says('ready 2 of 2');
  });

  it('notices a new node', async () => {
    fakeCluster.serve('nodes', nodes(2));
    fakeCluster.serve('nodereports', reports(2));
    render(<Probe />);
    await says('ready 2 of 2');
    serve('nodes', nodes(3));
    await says('ready 2 of 3');
  });

  it('tells a kind that is not installed from one that may not be read and from an API in trouble', async () => {
    fakeCluster.serve('nodes', nodes(2));
    render(<Probe />);
    await says('failed not-installed nodereports');
    act(() => {
      fakeCluster.fail('nodereports', 403, 'forbidden');
    });
    await says('failed forbidden nodereports');
    act(() => {
      fakeCluster.fail('nodereports', 504, 'timeout');
    });
    await says('failed error nodereports');
  });

  it('keeps showing a complete fleet when it can not be refreshed, and says so', async () => {
    fakeCluster.serve('nodes', nodes(2));
    fakeCluster.serve('nodereports', reports(2));
    render(<Probe />);
    await says('ready 2 of 2');
    act(() => {
      fakeCluster.fail('nodereports', 503, 'unavailable');
    });
    await says('ready 2 of 2 old');
  });

  it('shows nothing of a complete fleet once the right to see it is gone', async () => {
    fakeCluster.serve('nodes', nodes(2));
    fakeCluster.serve('nodereports', reports(2));
    render(<Probe />);
    await says('ready 2 of 2');
    act(() => {
      fakeCluster.fail('nodereports', 403, 'forbidden');
    });
    await says('failed forbidden nodereports');
  });

  it('is ready with no nodes at all', async () => {
    fakeCluster.serve('nodes', []);
    fakeCluster.serve('nodereports', []);
    render(<Probe />);
    await says('ready 0 of 0');
  });

  it('lists anew after the page was hidden for more than a minute', async () => {
    fakeCluster.serve('nodes', nodes(2));
    fakeCluster.serve('nodereports', reports(2));
    render(<Probe />);
    await says('ready 2 of 2');
    const visibility = vi.spyOn(document, 'visibilityState', 'get');
    const clock = vi.spyOn(Date, 'now');
    const start = Date.now();
    const become = (state: 'hidden' | 'visible', after: number) => {
      visibility.mockReturnValue(state);
      clock.mockReturnValue(start + after);
      act(() => {
        document.dispatchEvent(new Event('visibilitychange'));
      });
    };
    become('hidden', 0);
    become('visible', 59_000);
    expect(fakeCluster.watches.get('nodereports')).toBe(1);
    become('hidden', 60_000);
    become('visible', 121_000);
    expect(fakeCluster.watches.get('nodereports')).toBe(2);
    await says('ready 2 of 2');
    vi.restoreAllMocks();
  });
});

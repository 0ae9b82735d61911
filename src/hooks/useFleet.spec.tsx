import { act, render, screen, waitFor } from '@testing-library/react';
import { fakeCluster } from '../testing/fake-cluster';
import { nodeObject } from '../testing/cluster-objects';
import { judgedReport, reportObject } from '../testing/reports';
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
  beforeEach(() => {
    // No jitter: the shortest pauses.
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('holds totals back until every page of every list is in', async () => {
    fakeCluster.serve('nodes', nodes(1200));
    fakeCluster.serve('nodereports', reports(1200), 600);
    render(<Probe />);
    await says('loading 600 of 1200');
    serve('nodereports', reports(1200), 1100);
    await says('loading 1100 of 1200');
    serve('nodereports', reports(1200));
    await says('ready 1200 of 1200');
  });

  it('waits for nodes as well as for reports', async () => {
    fakeCluster.serve('nodes', nodes(600), 100);
    fakeCluster.serve('nodereports', reports(600));
    render(<Probe />);
    await says('loading 100 of 600');
  });

  it('keeps the complete fleet while it is listed anew, because what happened meanwhile is forgotten', async () => {
    fakeCluster.serve('nodes', nodes(600));
    fakeCluster.serve('nodereports', reports(600));
    render(<Probe />);
    await says('ready 600 of 600');
    const asked = fakeCluster.requests.length;
    act(() => {
      fakeCluster.serveAnew('nodereports', reports(600).slice(0, 590), 100);
    });
    await waitFor(() => {
      expect(fakeCluster.requests.slice(asked)).toContain('nodereports list');
    });
    await says('ready 600 of 600');
    serve('nodereports', reports(600).slice(0, 590));
    await says('ready 590 of 600');
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

  it('keeps showing a complete fleet when it cannot be refreshed, and says so', async () => {
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

  it('reads nothing whole but one report for the profile of all', async () => {
    fakeCluster.serve('nodes', nodes(3));
    fakeCluster.serve(
      'nodereports',
      names(3).map((name) => judgedReport(name)),
    );
    render(<Probe />);
    await says('of 3');
    expect(fakeCluster.requests.filter((request) => request === 'nodereports get')).toHaveLength(1);
  });

  it('reads each report whole that has no line, and a page where there are many', async () => {
    fakeCluster.writesLines = false;
    fakeCluster.serve('nodes', nodes(8));
    fakeCluster.serve('nodereports', reports(8));
    const { unmount } = render(<Probe />);
    await says('ready 8 of 8');
    expect(fakeCluster.requests.filter((request) => request === 'nodereports get')).toHaveLength(8);
    unmount();
    fakeCluster.requests.length = 0;
    fakeCluster.serve('nodes', nodes(20));
    fakeCluster.serve('nodereports', reports(20));
    render(<Probe />);
    await says('ready 20 of 20');
    expect(fakeCluster.requests.filter((request) => /nodereports (?:get|list)/.test(request))).toEqual([
      'nodereports list',
      'nodereports list',
    ]);
  });

  it('asks for nothing while nobody sees the page, and goes on where it was', async () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    fakeCluster.serve('nodes', nodes(2));
    fakeCluster.serve('nodereports', reports(2));
    render(<Probe />);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(fakeCluster.requests).toEqual([]);
    visibility.mockReturnValue('visible');
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await says('ready 2 of 2');
  });
});

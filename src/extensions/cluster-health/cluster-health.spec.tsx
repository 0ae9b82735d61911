import { render, screen } from '@testing-library/react';
import { MemoryRouter } from '../../console/router';
import { ClusterHealthPopup } from './ClusterHealthPopup';
import { clusterHealth } from './cluster-health';

const allReady = { nodes: 3, ready: 3, notReady: 0, unknown: 0, stale: 0, noReport: 0 };
const report = (nodes: unknown, secondsAgo = 60) => ({
  status: {
    observedAt: new Date(Date.now() - secondsAgo * 1000).toISOString(),
    reportIntervalSeconds: 300,
    nodes,
  },
});
const listed = (...data: readonly object[]) => ({ clusterReport: { data, loaded: true } });

describe("the line of the console's status card", () => {
  it.each([
    ['loads', {}, 'LOADING', undefined],
    ['has no summary', listed(), 'NOT_AVAILABLE', 'No summary yet'],
    ['is refused', { clusterReport: { loadError: { code: 403 } } }, 'UNKNOWN', 'The summary cannot be read'],
    ['is ready', listed(report(allReady)), 'OK', '3 of 3 nodes ready'],
    [
      'is ready where the rest is waived',
      listed(report({ ...allReady, ready: 2, waived: 1 })),
      'OK',
      '2 of 3 nodes ready',
    ],
    ['is not ready', listed(report({ ...allReady, ready: 2, notReady: 1 })), 'WARNING', '2 of 3 nodes ready'],
    [
      'is Unknown for an Unknown node',
      listed(report({ ...allReady, ready: 2, unknown: 1 })),
      'UNKNOWN',
      '2 of 3 nodes ready',
    ],
    [
      'is Unknown for a stale node',
      listed(report({ ...allReady, ready: 2, stale: 1 })),
      'UNKNOWN',
      '2 of 3 nodes ready',
    ],
    [
      'is Unknown for a node without report',
      listed(report({ ...allReady, ready: 2, noReport: 1 })),
      'UNKNOWN',
      '2 of 3 nodes ready',
    ],
    ['is Unknown without nodes', listed(report({ ...allReady, nodes: 0, ready: 0 })), 'UNKNOWN', '0 of 0 nodes ready'],
    ['is stale', listed(report(allReady, 3600)), 'UNKNOWN', 'The summary is stale'],
    ['is of the future', listed(report(allReady, -7200)), 'UNKNOWN', 'The summary is stale'],
    ['says nonsense', listed(report({ ...allReady, ready: '3' })), 'UNKNOWN', 'The summary cannot be read'],
    ['has no status', listed({}), 'UNKNOWN', 'The summary cannot be read'],
  ])('says so when it %s', (_what, results, state, message) => {
    expect(clusterHealth(results)).toEqual({ state, ...(message !== undefined && { message }) });
  });

  it("asks for its words in the plugin's own namespace", () => {
    const t = vi.fn(() => 'translated');
    expect(clusterHealth(listed(report(allReady)), t).message).toBe('translated');
    expect(t).toHaveBeenCalledWith('{{ready}} of {{total}} nodes ready', {
      ns: 'plugin__calico-readiness',
      ready: 3,
      total: 3,
    });
  });

  it('opens the nodes by verdict, each leading to them', () => {
    render(
      <MemoryRouter>
        <ClusterHealthPopup {...listed(report({ ...allReady, ready: 2, notReady: 1 }))} />
      </MemoryRouter>,
    );
    expect(screen.getByRole('link', { name: /1 Not ready/ })).toHaveAttribute(
      'href',
      '/calico-readiness/nodes?verdict=NotReady',
    );
    expect(screen.queryByRole('link', { name: /Unknown/ })).not.toBeInTheDocument();
  });

  it('says that there is no current summary', () => {
    render(
      <MemoryRouter>
        <ClusterHealthPopup {...listed(report(allReady, 3600))} />
      </MemoryRouter>,
    );
    expect(screen.getByText(/no current summary/)).toBeInTheDocument();
  });
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReportedFinding } from '@calico-readiness/requirements';
import { MemoryRouter, useLocation } from '../../../console/router';
import { nodeObject } from '../../../testing/cluster-objects';
import { fakeCluster } from '../../../testing/fake-cluster';
import { finding, reportObject } from '../../../testing/reports';
import { NodesPage } from '../NodesPage';

const firewalld = finding('firewalld-disabled Fail FirewalldActive');
const ipSets = finding('ip-sets Fail ModuleMissing');

const serve = (
  found: Readonly<Record<string, readonly ReportedFinding[] | null>>,
  zones: Readonly<Record<string, string>> = {},
) => {
  fakeCluster.serve(
    'nodes',
    Object.keys(found).map((name) =>
      nodeObject(name, { labels: { 'topology.kubernetes.io/zone': zones[name] ?? 'north' } }),
    ),
  );
  fakeCluster.serve(
    'nodereports',
    Object.entries(found).flatMap(([name, findings]) =>
      findings === null ? [] : [reportObject(name, { findings, now: Date.now() })],
    ),
  );
};

const fourNodes = () => {
  serve({ a: [], b: [firewalld], c: [firewalld], d: [firewalld, ipSets] }, { a: 'south' });
};

const Address = () => <p data-testid="address">{useLocation().search}</p>;
const address = () => decodeURIComponent(screen.getByTestId('address').textContent);
const renderPage = (search = '') =>
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/nodes${search}`]}>
      <NodesPage />
      <Address />
    </MemoryRouter>,
  );
const grid = () => screen.findByRole('grid', { name: 'Nodes and requirements' });
const heads = async () =>
  within(await grid())
    .getAllByRole('rowheader')
    .map((head) => (within(head).queryByRole('button') ?? within(head).getByRole('link')).getAttribute('aria-label'));

describe('rows with the same findings', () => {
  it('are one row with their number and the verdict that all share, those with the most failures first', async () => {
    fourNodes();
    renderPage('?group=findings');
    expect(await heads()).toEqual(['d', '2 nodes, worker, RHCOS 4.20'.replace(', RHCOS', ' · RHCOS'), 'a']);
    expect(screen.getByRole('gridcell', { name: /^firewalld.*, Fail, 2 nodes/ })).toHaveTextContent('Fail');
    expect(screen.getByText(/, 3 groups/)).toBeVisible();
  });

  it('unfold to their nodes and fold again, by keyboard, and the address knows', async () => {
    fourNodes();
    renderPage('?group=findings');
    const button = await screen.findByRole('button', { name: /^2 nodes/, expanded: false });
    expect(await grid()).toHaveAttribute('aria-rowcount', '5');
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(button).toHaveFocus();
    expect((await heads()).slice(2, 4)).toEqual(['b', 'c']);
    expect(await grid()).toHaveAttribute('aria-rowcount', '7');
    expect(screen.getByRole('link', { name: 'c' }).closest('[role=row]')).toHaveAttribute('aria-rowindex', '6');
    expect(address()).toMatch(/^\?group=findings&open=\w+$/);
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'b' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp} ');
    expect(await heads()).toHaveLength(3);
  });

  it('are unfolded for the cell that an address names', async () => {
    fourNodes();
    renderPage('?group=findings&cell=c/firewalld-disabled');
    expect(await screen.findByRole('gridcell', { name: /^firewalld.*, Fail, c$/, selected: true })).toBeVisible();
  });

  it('say in words what a mixed cell is, and show the worst', async () => {
    fourNodes();
    renderPage('?group=zone');
    expect(await heads()).toEqual([
      expect.stringMatching(/^north, 3 nodes · worker/),
      expect.stringMatching(/^south, 1 node · worker/),
    ]);
    const kernel = screen.getByRole('gridcell', { name: /^Kernel, mixed: 1 Fail, 2 Pass, north/ });
    expect(kernel).toHaveTextContent('12');
    expect(screen.getByRole('gridcell', { name: /^firewalld.*, Fail, north/ })).toHaveTextContent('Fail');
  });

  it('of nodes without a report are told so once', async () => {
    serve({ a: [], b: null, c: null });
    renderPage('?group=findings');
    expect(await screen.findByText('Check whether the agent’s pods run on these nodes.')).toBeVisible();
    expect(screen.getByRole('gridcell', { name: '2 No report' })).toBeVisible();
  });

  it('are chosen in the toolbar', async () => {
    fourNodes();
    renderPage();
    await grid();
    await userEvent.click(screen.getByRole('button', { name: 'Group by: none' }));
    await userEvent.click(await screen.findByRole('option', { name: 'zone' }));
    expect(address()).toBe('?group=zone');
    expect(await heads()).toHaveLength(2);
  });

  it('are offered to be folded where many stand alone', async () => {
    serve(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`n-${String(index)}`, []])));
    renderPage();
    await userEvent.click(await screen.findByRole('button', { name: /^Fold nodes with the same findings into 1 row/ }));
    expect(await heads()).toHaveLength(1);
  });

  it('are not counted before all nodes have arrived', async () => {
    const names = Array.from({ length: 600 }, (_, index) => `n-${String(index)}`);
    serve(Object.fromEntries(names.map((name) => [name, []])));
    fakeCluster.serve(
      'nodereports',
      names.map((name) => reportObject(name, { now: Date.now() })),
      100,
    );
    renderPage('?group=findings');
    expect(await screen.findByText('Nodes are grouped once all of them are loaded.')).toBeInTheDocument();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});

describe('folded rows of which something is waived', () => {
  const waive = (zone: string) => {
    const expiry = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const nodeSelector = { matchLabels: { 'topology.kubernetes.io/zone': zone } };
    fakeCluster.serve('readinesspolicies', [
      {
        apiVersion: 'calicoreadiness.io/v1alpha1',
        kind: 'ReadinessPolicy',
        metadata: { name: 'cluster' },
        spec: {
          waivers: [{ requirement: 'firewalld-disabled', nodeSelector, reason: 'moves', owner: 'network', expiry }],
        },
      },
    ]);
  };

  it('carry the flag where that is so on all of their nodes, and count it apart where it is not', async () => {
    serve({ a: [firewalld], b: [firewalld], c: [firewalld] }, { c: 'south' });
    waive('north');
    renderPage('?group=zone');
    await grid();
    const folded = screen.getByRole('gridcell', { name: /^firewalld.*, Fail, waived until .*, north/ });
    expect(folded.querySelector('.calico-readiness__symbol--Waived')).not.toBeNull();
    expect(folded).toHaveAttribute('title', expect.stringMatching(/^waived until /));
    expect(screen.getByRole('gridcell', { name: /^firewalld.*, Fail, south/ })).toHaveTextContent('Fail');
    expect(screen.getByRole('gridcell', { name: /^2 Ready with waivers/ })).toBeVisible();
    expect(screen.getByRole('gridcell', { name: /^1 Not ready/ })).toBeVisible();
  });

  it('say of each verdict how many nodes have it', async () => {
    serve({ a: [firewalld], b: [firewalld], c: [firewalld] }, { c: 'south' });
    waive('north');
    renderPage('?group=pool');
    await grid();
    expect(screen.getByRole('gridcell', { name: /^firewalld.*, mixed: 1 Fail, 2 Waived, worker/ })).toBeVisible();
    expect(screen.getByRole('gridcell', { name: /^Mixed: 1 Not ready, 2 Ready with waivers/ })).toBeVisible();
  });

  it('are apart from nodes with the same findings of which nothing is waived', async () => {
    serve({ a: [firewalld], b: [firewalld], c: [firewalld], d: [firewalld] }, { c: 'south', d: 'south' });
    waive('north');
    renderPage('?group=findings');
    const [first] = await screen.findAllByRole('button', { name: /^2 nodes/, expanded: false });
    await userEvent.click(first!);
    expect(screen.getAllByRole('button', { name: /^2 nodes/, expanded: true })).toHaveLength(1);
    expect(screen.getAllByRole('button', { name: /^2 nodes/, expanded: false })).toHaveLength(1);
  });
});

describe('the filter by zone', () => {
  it('shows the nodes of a zone and is kept in the address', async () => {
    fourNodes();
    renderPage();
    await grid();
    await userEvent.click(screen.getByRole('button', { name: /^Filter by: / }));
    await userEvent.click(await screen.findByRole('option', { name: 'Zone' }));
    await userEvent.click(screen.getByRole('button', { name: 'Zone', expanded: false }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'south' }));
    expect(await heads()).toEqual(['a']);
    expect(address()).toBe('?zone=south');
  });
});

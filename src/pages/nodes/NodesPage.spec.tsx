import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReportedFinding } from '@calico-readiness/requirements';
import { fakeCluster } from '../../testing/fake-cluster';
import { MemoryRouter, useLocation } from '../../console/router';
import { nodeObject } from '../../testing/cluster-objects';
import { finding, reportObject } from '../../testing/reports';
import { NodesPage } from './NodesPage';

const report = (name: string, findings: readonly ReportedFinding[] = [], age = 60) =>
  reportObject(name, { findings, age, now: Date.now() });
const firewalld = finding('firewalld-disabled Fail FirewalldActive', {
  observed: 'active, enabled',
  since: '2026-11-21T16:10:00Z',
});

const Address = () => {
  const { pathname, search } = useLocation();
  return <p data-testid="address">{pathname + search}</p>;
};
const address = () => decodeURIComponent(screen.getByTestId('address').textContent);

const renderPage = (search = '') =>
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/nodes${search}`]}>
      <NodesPage />
      <Address />
    </MemoryRouter>,
  );

const serve = (reports: Readonly<Record<string, unknown>>) => {
  fakeCluster.serve(
    'nodes',
    Object.keys(reports).map((name) => nodeObject(name, { labels: { zone: `zone-${name}` } })),
  );
  fakeCluster.serve(
    'nodereports',
    Object.values(reports).filter((object) => object !== null),
  );
};

const threeNodes = () => {
  serve({
    'worker-1': report('worker-1'),
    'worker-2': report('worker-2', [firewalld]),
    'worker-10': report('worker-10', [firewalld]),
  });
};

const grid = () => screen.findByRole('grid', { name: 'Nodes and requirements' });
const filterBy = async (attribute: string) => {
  await userEvent.click(screen.getByRole('button', { name: /^Filter by: / }));
  await userEvent.click(await screen.findByRole('option', { name: attribute }));
};
const nodeNames = async () =>
  within(await grid())
    .getAllByRole('rowheader')
    .map((header) => within(header).getByRole('link').getAttribute('aria-label'));

describe('NodesPage', () => {
  it('shows every node, the worst first, with verdicts that can be read aloud', async () => {
    threeNodes();
    renderPage();
    expect(await nodeNames()).toEqual(['worker-2', 'worker-10', 'worker-1']);
    expect(screen.getByRole('gridcell', { name: /firewalld.*, Fail, worker-2$/i })).toHaveTextContent('Fail');
    expect(screen.getByRole('gridcell', { name: 'Kernel, Pass, worker-1' })).toBeVisible();
    expect(screen.getByText('3 of 3 nodes')).toBeVisible();
  });

  it('keeps a row for a stale report and for no report, and shows neither as passing', async () => {
    serve({ stale: report('stale', [], 9999), silent: null });
    renderPage();
    await grid();
    const [, , stale, silent] = screen.getAllByRole('row');
    expect(within(stale!).queryByRole('gridcell', { name: /Pass/ })).toBeNull();
    expect(within(stale!).getAllByRole('gridcell', { name: /, Stale, stale$/ }).length).toBeGreaterThan(5);
    expect(silent).toHaveTextContent('No report');
    expect(silent).toHaveTextContent('Check whether the agent’s pod runs on this node.');
  });

  it('sums a collapsed chapter up in its worst verdict and opens it', async () => {
    serve({ a: report('a', [finding('ip-sets Fail ModuleMissing')]) });
    renderPage();
    expect(await screen.findByRole('gridcell', { name: /^Kernel, Fail 1 of \d+, a$/ })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Kernel/ }));
    expect(address()).toContain('chapter=node&chapter=kernel');
    expect(screen.queryByRole('gridcell', { name: /^Kernel,/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Node \d/ }));
    await userEvent.click(screen.getByRole('button', { name: /^Kernel/ }));
    expect(address()).toMatch(/chapter=$/);
  });

  it('gives the evidence of a cell in the fixed order', async () => {
    threeNodes();
    renderPage();
    await userEvent.click(await screen.findByRole('gridcell', { name: /firewalld.*, Fail, worker-2$/i }));
    const panel = await screen.findByRole('heading', { level: 2, name: /firewalld/i });
    expect(panel).toHaveFocus();
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual([
      'Seen',
      'Needed',
      'Why Calico needs it',
      'Since',
      'Same failure',
      'Fix',
      'Verify on the node',
    ]);
    expect(screen.getByText('active, enabled')).toBeVisible();
    expect(screen.getByRole('link', { name: '2 nodes' })).toHaveAttribute(
      'href',
      '/calico-readiness/nodes?requirement=firewalld-disabled&reason=FirewalldActive',
    );
    expect(screen.getByRole('link', { name: /^Guide: / })).toHaveAttribute(
      'href',
      '/calico-readiness/guides/firewalld',
    );
    expect(address()).toContain('cell=worker-2/firewalld-disabled');
  });

  it('opens the panel that the address names, without taking the focus', async () => {
    threeNodes();
    renderPage('?cell=worker-2/firewalld-disabled');
    expect(await screen.findByText('active, enabled')).toBeVisible();
    expect(screen.getByRole('heading', { level: 2 })).not.toHaveFocus();
  });

  it.each([
    ['a node that is gone', '?cell=gone/firewalld-disabled', 'No node of this name is in the Node list.'],
    ['a requirement that nobody knows', '?cell=worker-1/nonsense', 'No requirement has this name.'],
  ])('says so when the address names %s', async (_title, search, text) => {
    threeNodes();
    renderPage(search);
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('is moved through with the keyboard alone', async () => {
    threeNodes();
    renderPage();
    await grid();
    const stops = () => [...document.querySelectorAll('[role=grid] [tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    (stops()[0] as HTMLElement).focus();
    expect(screen.getByRole('link', { name: 'worker-2' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'worker-10' })).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toHaveAccessibleName('Kernel, Pass, worker-10');
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(screen.getByRole('link', { name: 'worker-2' })).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(screen.getByRole('button', { name: 'Node' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowUp}');
    expect(screen.getByRole('button', { name: /^Node \d/ })).toHaveFocus();
    expect(stops()).toEqual([document.activeElement]);
  });

  it('opens with Enter, closes with Escape and gives the focus back', async () => {
    threeNodes();
    renderPage();
    const cell = await screen.findByRole('gridcell', { name: /firewalld.*, Fail, worker-10$/i });
    cell.focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 2, name: /firewalld/i })).toHaveFocus();
    expect(cell).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('active, enabled')).toBeNull();
    expect(cell).toHaveFocus();
    expect(address()).not.toContain('cell=');
  });

  it('finds nodes by name and label, and says how many', async () => {
    threeNodes();
    renderPage();
    await grid();
    fireEvent.change(screen.getByRole('textbox', { name: 'Find by name' }), { target: { value: 'worker-1' } });
    expect(await nodeNames()).toEqual(['worker-10', 'worker-1']);
    expect(screen.getByText('2 of 3 nodes')).toBeVisible();
    await filterBy('Label');
    await userEvent.type(screen.getByRole('textbox', { name: /^Label/ }), 'zone=zone-worker-1{Enter}');
    expect(await nodeNames()).toEqual(['worker-1']);
    expect(address()).toContain('name=worker-1&label=zone=zone-worker-1');
    await userEvent.click(screen.getAllByRole('button', { name: 'Clear all filters' })[0]!);
    expect(await nodeNames()).toHaveLength(3);
  });

  it('filters by verdict and keeps it in the address', async () => {
    threeNodes();
    renderPage();
    await grid();
    await filterBy('Verdict');
    await userEvent.click(screen.getByRole('button', { name: 'Verdict', expanded: false }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Not ready' }));
    expect(await nodeNames()).toEqual(['worker-2', 'worker-10']);
    expect(address()).toContain('verdict=NotReady');
  });

  it('shows the nodes of a cause that a link names, and how to see all again', async () => {
    threeNodes();
    renderPage('?requirement=firewalld-disabled&reason=OfTomorrow');
    expect(await screen.findByRole('heading', { name: 'No matching nodes' })).toBeVisible();
    await userEvent.click(screen.getAllByRole('button', { name: 'Clear all filters' }).at(-1)!);
    expect(await nodeNames()).toHaveLength(3);
  });

  it('sorts by name, one way and the other', async () => {
    threeNodes();
    renderPage();
    await grid();
    await userEvent.click(screen.getByRole('button', { name: 'Node' }));
    expect(await nodeNames()).toEqual(['worker-1', 'worker-2', 'worker-10']);
    await userEvent.click(screen.getByRole('button', { name: 'Node' }));
    expect(await nodeNames()).toEqual(['worker-10', 'worker-2', 'worker-1']);
    expect(screen.getByRole('columnheader', { name: 'Node' })).toHaveAttribute('aria-sort', 'descending');
    expect(address()).toContain('sortBy=name&orderBy=desc');
  });

  it('hides columns that apply to no node, with their number, and shows them on request', async () => {
    const off = finding('networkmanager-ignores-wireguard-cali NotApplicable NotApplicable');
    serve({ a: report('a', [off]), b: report('b', [off]) });
    renderPage();
    const before = within(await grid()).getAllByRole('columnheader').length;
    expect(screen.getByText(/^1 requirement not applicable/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show them' }));
    expect(within(await grid()).getAllByRole('columnheader')).toHaveLength(before + 1);
    expect(address()).toContain('notApplicable=show');
  });

  it('draws one page, and tells assistive technology how many rows there are', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `n-${String(index)}`);
    serve(Object.fromEntries(names.map((name) => [name, report(name)])));
    renderPage('?page=3');
    expect(await nodeNames()).toHaveLength(20);
    expect(await grid()).toHaveAttribute('aria-rowcount', '122');
    expect(screen.getByRole('row', { name: /n-119/ })).toHaveAttribute('aria-rowindex', '122');
  });

  it('shows rows while pages arrive, and neither totals nor export', async () => {
    const names = Array.from({ length: 600 }, (_, index) => `n-${String(index)}`);
    serve(Object.fromEntries(names.map((name) => [name, report(name)])));
    fakeCluster.serve(
      'nodereports',
      names.map((name) => report(name)),
      100,
    );
    renderPage();
    expect(await screen.findByText('Loading 100 of 600; totals follow')).toBeVisible();
    expect(await nodeNames()).toHaveLength(50);
    expect(within(await grid()).queryByText('No report')).toBeNull();
    expect(screen.queryByText(/of 600 nodes/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Export' })).toBeDisabled();
  });

  it('shows ids that this catalogue does not know, as text', async () => {
    const hostile = '<b onclick=alert(1)>x</b>';
    serve({ a: report('a', [{ requirement: hostile, verdict: 'Fail', reason: hostile, observed: hostile }]) });
    renderPage('?chapter=other');
    expect(await screen.findByRole('gridcell', { name: `${hostile}, Fail, a` })).toBeVisible();
    await userEvent.click(screen.getByRole('gridcell', { name: `${hostile}, Fail, a` }));
    await waitFor(() => {
      expect(screen.getAllByText(hostile).length).toBeGreaterThan(1);
    });
    expect(document.querySelector('b[onclick]')).toBeNull();
  });

  it('keeps parameters of the address that are not its own', async () => {
    threeNodes();
    renderPage('?profile=BPF');
    await grid();
    await userEvent.click(screen.getByRole('button', { name: 'Node' }));
    expect(address()).toContain('profile=BPF');
  });
});

import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from '../../../console/router';
import { nodeObject } from '../../../testing/cluster-objects';
import { fakeCluster } from '../../../testing/fake-cluster';
import { finding, reportObject } from '../../../testing/reports';
import { NodesPage } from '../NodesPage';

const firewalld = finding('firewalld-disabled Fail FirewalldActive', { observed: 'active, enabled' });
const report = (name: string, kernelRelease: string, findings: ReturnType<typeof finding>[], age = 60) =>
  reportObject(name, {
    findings,
    age,
    now: Date.now(),
    status: { facts: { kernelRelease, kernelModules: { loaded: ['vxlan'], missing: [] } } },
  });

const Address = () => <p data-testid="address">{useLocation().search}</p>;
const address = () => decodeURIComponent(screen.getByTestId('address').textContent);
const renderPage = (search: string) => {
  fakeCluster.serve('nodes', [
    nodeObject('a'),
    nodeObject('b', { role: 'infra' }),
    nodeObject('old'),
    nodeObject('silent'),
  ]);
  fakeCluster.serve('nodereports', [
    report('a', '5.14.0', [firewalld]),
    report('b', '6.1.0', [finding('kernel-version-supported Pass Met', { observed: '6.1.0' })]),
    report('old', '5.14.0', [], 99_999),
  ]);
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/nodes${search}`]}>
      <NodesPage />
      <Address />
    </MemoryRouter>,
  );
};

describe('two nodes side by side', () => {
  it('differ first in verdicts, with what was seen on each', async () => {
    renderPage('?compare=a,b');
    const verdicts = await screen.findByRole('table', { name: 'Requirements with different verdicts' });
    expect(
      within(verdicts)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['Requirement', 'a', 'b']);
    const [, row, ...others] = within(verdicts).getAllByRole('row');
    expect(others).toEqual([]);
    expect(row).toHaveTextContent(/firewalld-disabled.*Fail.*active, enabled.*Pass/);
    const values = screen.getByRole('table', { name: 'Same verdict, different values' });
    expect(values).toHaveTextContent('6.1.0');
    const facts = screen.getByRole('table', { name: 'Different facts' });
    expect(within(facts).getByRole('row', { name: /Pool worker infra/ })).toBeVisible();
    expect(within(facts).getByRole('row', { name: /kernelRelease 5\.14\.0 6\.1\.0/ })).toBeVisible();
    expect(within(facts).queryByText(/vxlan/)).toBeNull();
    expect(screen.queryByRole('table', { name: 'The same on both nodes' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /requirements are the same/ }));
    expect(screen.getByRole('table', { name: 'The same on both nodes' })).toBeVisible();
  });

  it.each([
    ['a node that is gone', '?compare=a,gone', 'gone is not in the Node list.'],
    ['a node without a report', '?compare=a,silent', 'silent has no report.'],
    ['a stale report', '?compare=old,a', /^The report of old is stale: last values, seen /],
    ['the same node twice', '?compare=a,a', 'Both names are of the same node.'],
    ['one node', '?compare=a', 'Choose two nodes.'],
  ])('are told from %s', async (_title, search, text) => {
    renderPage(search);
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('say so where their reports cannot be read', async () => {
    renderPage('?compare=a,b');
    await screen.findByRole('table', { name: 'Requirements with different verdicts' });
    act(() => {
      fakeCluster.fail('nodereports', 403, 'nodereports is forbidden');
    });
    expect(
      await screen.findByText(/nodereports is forbidden|Permission to list nodereports is required/),
    ).toBeVisible();
  });

  it('are chosen by name, from the toolbar', async () => {
    renderPage('');
    await userEvent.click(await screen.findByRole('button', { name: 'Compare nodes' }));
    expect(screen.getByRole('heading', { name: 'Compare nodes' })).toHaveFocus();
    fireEvent.change(screen.getByRole('combobox', { name: 'First node' }), { target: { value: 'a' } });
    fireEvent.change(screen.getByRole('combobox', { name: 'Second node' }), { target: { value: 'b' } });
    expect(await screen.findByRole('table', { name: 'Requirements with different verdicts' })).toBeVisible();
    expect(address()).toBe('?compare=a,b');
    await userEvent.click(screen.getByRole('button', { name: 'Back to all nodes' }));
    expect(await screen.findByRole('grid')).toBeVisible();
    expect(address()).toBe('');
  });

  it('begin with the node of a panel', async () => {
    renderPage('?cell=a/firewalld-disabled');
    await userEvent.click(await screen.findByRole('button', { name: 'Compare with…' }));
    expect(screen.getByRole('combobox', { name: 'First node' })).toHaveValue('a');
    expect(screen.queryByRole('term')).toBeNull();
  });
});

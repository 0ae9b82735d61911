import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from '../../../console/router';
import { nodeObject } from '../../../testing/cluster-objects';
import { fakeCluster } from '../../../testing/fake-cluster';
import { finding, reportObject } from '../../../testing/reports';
import { NodesPage } from '../NodesPage';

const Address = () => <p data-testid="address">{useLocation().search}</p>;
const address = () => decodeURIComponent(screen.getByTestId('address').textContent);
const renderPage = (search = '') => {
  fakeCluster.serve('nodes', [nodeObject('a')]);
  fakeCluster.serve('nodereports', [
    reportObject('a', { findings: [finding('firewalld-disabled Fail FirewalldActive')], now: Date.now() }),
  ]);
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/nodes${search}`]}>
      <NodesPage />
      <Address />
    </MemoryRouter>,
  );
};
const firewalld = () => screen.queryByRole('columnheader', { name: /^firewalld/ });
const grid = () => screen.findByRole('grid');
const again = async (search = '') => {
  cleanup();
  renderPage(search);
  await grid();
};
const dialog = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Manage columns' }));
  return within(await screen.findByRole('dialog', { name: 'Manage columns' }));
};

describe('the columns of the matrix', () => {
  it('can be hidden, which the page says, the address knows, and no verdict changes', async () => {
    renderPage();
    await grid();
    expect(firewalld()).toBeVisible();
    const choices = await dialog();
    await userEvent.click(choices.getByRole('checkbox', { name: /^firewalld/ }));
    expect(screen.queryByText(/column hidden/)).toBeNull();
    await userEvent.click(choices.getByRole('button', { name: 'Save' }));
    expect(firewalld()).toBeNull();
    expect(screen.getByText(/^1 column hidden\./)).toBeVisible();
    expect(address()).toBe('?hide=firewalld-disabled');
    await userEvent.click(screen.getByRole('button', { name: /^Node \d/ }));
    expect(screen.getByRole('gridcell', { name: /^Node, Fail 1 of/ })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all columns' }));
    await userEvent.click(screen.getByRole('button', { name: /^Node \d/ }));
    expect(firewalld()).toBeVisible();
  });

  it('stay as they are when the dialog is cancelled', async () => {
    renderPage();
    await grid();
    const choices = await dialog();
    await userEvent.click(choices.getByRole('checkbox', { name: 'Node' }));
    await userEvent.click(choices.getByRole('button', { name: 'Cancel' }));
    expect(firewalld()).toBeVisible();
  });

  it('are remembered, with the chapters that are expanded; an address wins', async () => {
    renderPage();
    await grid();
    await userEvent.click(screen.getByRole('button', { name: /^Kernel/ }));
    const choices = await dialog();
    await userEvent.click(choices.getByRole('checkbox', { name: /^firewalld/ }));
    await userEvent.click(choices.getByRole('button', { name: 'Save' }));

    await again();
    expect(firewalld()).toBeNull();
    expect(screen.getByRole('button', { name: /^Kernel/, expanded: true })).toBeVisible();

    await again('?hide=&chapter=node');
    expect(firewalld()).toBeVisible();
    expect(screen.getByRole('button', { name: /^Kernel/, expanded: false })).toBeVisible();

    await again();
    await userEvent.click((await dialog()).getByRole('button', { name: 'Restore default columns' }));
    expect(firewalld()).toBeVisible();
    expect(address()).toBe('');
    await again();
    expect(firewalld()).toBeVisible();
  });

  it.each(['not JSON', '[]', '{"hidden":[7,"",{}],"expanded":"node"}', 'null'])(
    'are the usual ones where %s is stored',
    async (stored) => {
      localStorage.setItem('calico-readiness/matrix-columns', stored);
      renderPage();
      await grid();
      expect(firewalld()).toBeVisible();
    },
  );

  it('can be changed where the browser forbids its storage', async () => {
    const forbidden = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    const get = vi.spyOn(Storage.prototype, 'getItem').mockImplementation(forbidden);
    const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(forbidden);
    renderPage();
    await grid();
    await userEvent.click(screen.getByRole('button', { name: /^Node \d/ }));
    expect(firewalld()).toBeNull();
    expect(set).toHaveBeenCalled();
    get.mockRestore();
    set.mockRestore();
  });
});

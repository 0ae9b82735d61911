import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from '../../../console/router';
import { nodeObject } from '../../../testing/cluster-objects';
import { fakeCluster } from '../../../testing/fake-cluster';
import { finding, reportObject } from '../../../testing/reports';
import { NodesPage } from '../NodesPage';

const renderPage = async (nodes: number, search = '') => {
  const names = Array.from({ length: nodes }, (_, index) => `n-${String(index)}`);
  fakeCluster.serve(
    'nodes',
    names.map((name) => nodeObject(name)),
  );
  fakeCluster.serve(
    'nodereports',
    names.map((name) =>
      reportObject(name, { findings: [finding('firewalld-disabled Fail FirewalldActive')], now: Date.now() }),
    ),
  );
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/nodes${search}`]}>
      <NodesPage />
    </MemoryRouter>,
  );
  await screen.findByRole('grid');
};
const printed = () => document.querySelector<HTMLElement>('.calico-readiness__printed');
const browserPrints = () => {
  act(() => {
    window.dispatchEvent(new Event('beforeprint'));
  });
};

describe('the matrix on paper', () => {
  it('is there while the browser prints, with all pages and a word beside each symbol', async () => {
    await renderPage(70);
    expect(printed()).toBeNull();
    browserPrints();
    const [table] = within(printed()!).getAllByRole('table');
    expect(within(table!).getAllByRole('row')).toHaveLength(71);
    expect(within(table!).getAllByRole('row')[1]).toHaveTextContent(/n-0.*Not ready.*Pass.*Fail/);
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    expect(printed()).toBeNull();
  });

  it('spreads many columns over several tables', async () => {
    await renderPage(2, '?chapter=node&chapter=kernel');
    browserPrints();
    const tables = within(printed()!).getAllByRole('table');
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) expect(within(table).getByRole('rowheader', { name: /^n-1/ })).toBeInTheDocument();
  });

  it('says how many rows it leaves out', async () => {
    await renderPage(510);
    browserPrints();
    expect(printed()).toHaveTextContent('Only the first 500 of 510 rows are printed.');
  });

  it('has groups where the matrix has', async () => {
    await renderPage(510, '?group=findings');
    browserPrints();
    expect(within(within(printed()!).getAllByRole('table')[0]!).getAllByRole('row')).toHaveLength(2);
    expect(printed()).toHaveTextContent('510 nodes');
  });

  it('is printed from the menu, once it is drawn', async () => {
    const shown: boolean[] = [];
    vi.stubGlobal('print', () => shown.push(printed() !== null));
    await renderPage(2);
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Print' }));
    expect(shown).toEqual([true]);
    vi.unstubAllGlobals();
  });
});

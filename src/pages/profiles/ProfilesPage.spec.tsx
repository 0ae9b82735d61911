import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { declareProfile } from '@calico-readiness/requirements';
import type { ReportedFacts } from '@calico-readiness/requirements';
import { MemoryRouter } from '../../console/router';
import { nodeObject } from '../../testing/cluster-objects';
import { fakeCluster } from '../../testing/fake-cluster';
import { stockDebian } from '../../testing/host-facts';
import { judgedReport } from '../../testing/reports';
import { ProfilesPage } from './ProfilesPage';

const profile = declareProfile({ encapsulation: ['VXLAN'], bgp: false }, 'test');
const oldKernel: ReportedFacts = { ...stockDebian, kernelRelease: '4.18.0-80.el8.x86_64' };
/** Where nobody saw the modules. */
const dark: ReportedFacts = Object.fromEntries(
  Object.entries(stockDebian).filter(([name]) => name !== 'kernelModules'),
);

const serve = (reports: readonly unknown[], nodes = ['a', 'b', 'c', 'd']): void => {
  fakeCluster.serve(
    'nodes',
    nodes.map((name) => nodeObject(name)),
  );
  fakeCluster.serve('nodereports', reports);
};
const some = [
  judgedReport('a', { profile, facts: stockDebian }),
  judgedReport('b', { profile, facts: oldKernel }),
  judgedReport('c', { profile, facts: dark }),
  judgedReport('d', { profile, facts: stockDebian, age: 9999 }),
];

const renderPage = () =>
  render(
    <MemoryRouter initialEntries={['/calico-readiness/profiles']}>
      <ProfilesPage />
    </MemoryRouter>,
  );
const newest = () => screen.findByRole('grid', { name: 'Calico v3.32' });
const rowOf = (grid: HTMLElement, title: string) => within(grid).getByRole('row', { name: new RegExp(`^${title}`) });
const counts = (row: HTMLElement): readonly string[] =>
  within(row)
    .getAllByRole('cell')
    .slice(0, 3)
    .map((cell) => cell.textContent.trim());

describe('the page of profiles', () => {
  it('says for each usual profile how many nodes are ready, not ready and Unknown, best first', async () => {
    serve(some);
    renderPage();
    const grid = await newest();
    const rows = within(grid).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(7);
    const all = rows.map(counts);
    expect(all.every((row) => row.reduce((sum, count) => sum + Number(count), 0) === 3)).toBe(true);
    const ready = all.map(([count]) => Number(count));
    expect(ready).toEqual([...ready].sort((one, other) => other - one));
    expect(counts(rowOf(grid, 'eBPF data plane'))[1]).not.toBe('0');
    expect(screen.getByText(/1 node without a current report is not evaluated/)).toBeVisible();
  });

  it('leads from a profile to its what-if, and from a cause to its nodes there', async () => {
    serve(some);
    renderPage();
    const row = rowOf(await newest(), 'eBPF data plane');
    const whatIf = 'calicoVersion%3Av3.32%2Cdataplane%3ABPF%2CkubeProxyMode%3Anone';
    expect(within(row).getByRole('link', { name: 'What-if: eBPF data plane in Calico v3.32' })).toHaveAttribute(
      'href',
      `/calico-readiness?whatif=${whatIf}`,
    );
    expect(
      within(row).getByRole('link', { name: /^\d Not ready for eBPF data plane in Calico v3.32/ }),
    ).toHaveAttribute('href', `/calico-readiness/nodes?verdict=NotReady&whatif=${whatIf}`);
    const [cause] = within(within(row).getByRole('list')).getAllByRole('link');
    expect(cause?.getAttribute('href')).toMatch(/^\/calico-readiness\/nodes\?requirement=.*&whatif=/);
    expect(within(row).getByRole('link', { name: /^and \d+ more causes$/ })).toBeVisible();
  });

  it('names the current profile, and what a release does not have', async () => {
    serve(some);
    renderPage();
    const grid = await screen.findByRole('grid', { name: 'Calico v3.25' });
    const row = rowOf(grid, 'VXLAN');
    expect(row).toHaveTextContent('Current profile');
    expect(within(row).getByRole('link', { name: /^Current state/ })).toHaveAttribute('href', '/calico-readiness');
    expect(screen.getByText('Not in Calico v3.25: nftables data plane.')).toBeVisible();
  });

  it('calls no profile free of causes on nodes that were not evaluated', async () => {
    serve([judgedReport('a', { profile, facts: stockDebian })], ['a', 'b']);
    renderPage();
    const row = rowOf(await newest(), 'VXLAN');
    expect(row).toHaveTextContent('Nothing on the evaluated nodes');
    expect(row).not.toHaveTextContent('all nodes are ready');
  });

  it('reads with progress, stops on request, and starts again', async () => {
    const many = Array.from({ length: 600 }, (_, index) => `n${String(index)}`);
    const reports = many.map((name) => judgedReport(name, { profile, facts: stockDebian }));
    serve(reports, many);
    const ask = sdk.consoleFetchJSON;
    const pages = new Map<string, () => void>();
    const fetch = vi.spyOn(sdk, 'consoleFetchJSON').mockImplementation(async (url, ...more) => {
      // Whole reports come in pages of a hundred, as the first of a list does that asks for a table.
      if (url.includes('limit=100&') && !JSON.stringify(more).includes('as='))
        await new Promise<void>((resolve) => {
          pages.set(url, resolve);
        });
      return ask(url, ...more);
    });
    renderPage();
    const stop = await screen.findByRole('button', { name: 'Stop' });
    expect(screen.getByRole('status')).toHaveTextContent('Read 0 of 599 reports');
    [...pages.values()].forEach((arrive) => {
      arrive();
    });
    // The first report of the page was read before, for the profile of all.
    expect(await screen.findByText('Read 99 of 599 reports')).toBeVisible();
    await userEvent.click(stop);
    expect(await screen.findByRole('heading', { name: 'The evaluation was stopped' })).toBeVisible();
    expect(screen.queryByRole('grid')).toBeNull();
    fetch.mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Start again' }));
    expect(await screen.findByRole('grid', { name: 'Calico v3.32' }, { timeout: 10_000 })).toBeVisible();
  }, 20_000);

  it('follows a new report', async () => {
    serve([judgedReport('a', { profile, facts: stockDebian })], ['a']);
    renderPage();
    expect(counts(rowOf(await newest(), 'VXLAN'))).toEqual(['1', '0', '0']);
    act(() => {
      fakeCluster.serve('nodereports', [judgedReport('a', { profile, facts: dark })]);
    });
    await waitFor(
      async () => {
        expect(counts(rowOf(await newest(), 'VXLAN'))).toEqual(['0', '0', '1']);
      },
      { timeout: 5000 },
    );
  });

  it.each<[string, () => void, RegExp]>([
    ['there are no reports', () => serve([]), /No reports yet/],
    [
      'the user may not see reports',
      () => {
        serve([]);
        fakeCluster.fail('nodereports', 403, 'no');
      },
      /Permission to list nodereports is required/,
    ],
    [
      'the API is in trouble',
      () => {
        serve([]);
        fakeCluster.fail('nodereports', 504, 'slow');
      },
      /nodereports could not be loaded/,
    ],
    [
      'no report says what it was judged against',
      () => serve([{ ...judgedReport('a'), status: { ...judgedReport('a').status, profile: undefined } }]),
      /No current report names its profile/,
    ],
  ])('says so when %s', async (_title, arrange, heading) => {
    arrange();
    renderPage();
    expect(await screen.findByRole('heading', { name: heading })).toBeVisible();
  });
});

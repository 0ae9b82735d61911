import { act, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from '../../console/router';
import { nodeObject } from '../../testing/cluster-objects';
import { clusterReportObject } from '../../testing/cluster-report';
import { fakeCluster } from '../../testing/fake-cluster';
import { reportObject } from '../../testing/reports';
import { OverviewPage } from './OverviewPage';

const many = Array.from({ length: 600 }, (_, index) => `n${String(index)}`);
const reports = many.map((name) => reportObject(name, { now: Date.now() }));

/** Nodes are there; of the reports only the first page is. */
const stillLoading = (): void => {
  fakeCluster.serve(
    'nodes',
    many.map((name) => nodeObject(name)),
  );
  fakeCluster.serve('nodereports', reports, 100);
};

const renderPage = (query = '') =>
  render(
    <MemoryRouter initialEntries={[`/calico-readiness${query}`]}>
      <OverviewPage />
    </MemoryRouter>,
  );

const verdicts = () => screen.findByRole('region', { name: 'Verdicts' });
const notReady = (count: string) => `${count} Not ready: show the nodes`;

describe('the overview while the lists arrive', () => {
  beforeEach(stillLoading);

  it('shows what the controller counted, and when it did', async () => {
    fakeCluster.serve('clusterreports', [clusterReportObject({ age: 180 })]);
    renderPage();
    const card = await verdicts();
    expect(within(card).getByRole('link', { name: notReady('4') })).toBeVisible();
    expect(card).toHaveTextContent('10 verified');
    expect(card).toHaveTextContent('89 not verified');
    expect(card).toHaveTextContent('Counted against the Node list: 100 nodes, 99 reports');
    expect(card).toHaveTextContent('Counted by the controller: 3 min. ago.');
    expect(await within(card).findByText('Loading the reports of the nodes: 100 of 600.')).toBeVisible();
    const causes = screen.getByRole('grid', { name: 'Causes' });
    expect(within(causes).getByText('firewalld-disabled')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try another profile' })).toBeNull();
  });

  it('changes over to the rows as soon as they are complete, and never shows the summary beside them', async () => {
    fakeCluster.serve('clusterreports', [clusterReportObject()]);
    renderPage();
    const link = within(await verdicts()).getByRole('link', { name: notReady('4') });
    link.focus();
    act(() => {
      fakeCluster.serve('nodereports', reports);
    });
    expect(await screen.findByRole('link', { name: notReady('0') })).toHaveFocus();
    const card = await verdicts();
    expect(card).toHaveTextContent('600 nodes, 600 reports');
    expect(card).not.toHaveTextContent('Counted by the controller');
    act(() => {
      fakeCluster.serve('clusterreports', [
        clusterReportObject({
          status: { nodes: { nodes: 9, ready: 9, notReady: 0, unknown: 0, stale: 0, noReport: 0 } },
        }),
      ]);
    });
    expect(await verdicts()).toHaveTextContent('600 nodes, 600 reports');
  });

  it.each<[string, () => void]>([
    ['is stale', () => fakeCluster.serve('clusterreports', [clusterReportObject({ age: 9999 })])],
    [
      'does not say when',
      () => fakeCluster.serve('clusterreports', [clusterReportObject({ status: { observedAt: 1 } })]),
    ],
    [
      'does not add up',
      () => fakeCluster.serve('clusterreports', [clusterReportObject({ status: { nodes: { nodes: 9, ready: 2 } } })]),
    ],
    [
      'hides a cause',
      () => fakeCluster.serve('clusterreports', [clusterReportObject({ status: { causes: [{ reason: 'X' }] } })]),
    ],
    ['has no status', () => fakeCluster.serve('clusterreports', [{ metadata: { name: 'cluster' } }])],
    ['is not there', () => fakeCluster.serve('clusterreports', [])],
    ['is not to be seen', () => fakeCluster.fail('clusterreports', 403, 'no')],
    ['has no definition', () => undefined],
  ])('waits for the rows where the summary %s', async (_what, arrange) => {
    arrange();
    renderPage();
    expect(await screen.findByText('Loading 100 of 600; totals follow')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Verdicts' })).toBeNull();
  });

  it('shows nothing of the current state in a what-if', async () => {
    fakeCluster.serve('clusterreports', [clusterReportObject()]);
    renderPage('?whatif=dataplane:BPF');
    expect(await screen.findByText('Loading 100 of 600; totals follow')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Verdicts' })).toBeNull();
  });
});

describe('what the controller found of the cluster as a whole', () => {
  beforeEach(() => {
    fakeCluster.serve('nodes', [nodeObject('a')]);
    fakeCluster.serve('nodereports', [reportObject('a', { now: Date.now() })]);
  });
  const line = () => screen.findByRole('group', { name: 'Cluster as a whole' });

  it('stands below the verdicts', async () => {
    fakeCluster.serve('clusterreports', [clusterReportObject()]);
    renderPage();
    expect(await line()).toHaveTextContent('Pass: The OpenShift version is supported 4.20.1; channel stable-4.20');
    const link = within(await line()).getByRole('link');
    expect(link).toHaveAttribute('href', '/calico-readiness/requirements?name=openshift-version-supported');
  });

  it('counts as stale, and no longer as met, once the report is overdue', async () => {
    fakeCluster.serve('clusterreports', [clusterReportObject({ age: 7200 })]);
    renderPage();
    expect(await line()).toHaveTextContent('Stale: The OpenShift version is supported');
    expect(await line()).toHaveTextContent('Stale: the controller reported this 2 hr. ago');
  });

  it('is left out where there is no report, and where nothing applies', async () => {
    fakeCluster.serve('clusterreports', [
      clusterReportObject({
        status: { findings: [{ requirement: 'openshift-version-supported', verdict: 'NotApplicable', reason: 'X' }] },
      }),
    ]);
    renderPage();
    await verdicts();
    expect(screen.queryByRole('group', { name: 'Cluster as a whole' })).toBeNull();
  });
});

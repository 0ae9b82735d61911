import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { declareProfile } from '@calico-readiness/requirements';
import type { ReportedFlowCause, ReportedFlows } from '@calico-readiness/requirements';
import { MemoryRouter } from '../../../console/router';
import type { FleetTotals } from '../../../fleet/fleet-totals';
import { useClusterReport } from '../../../hooks/useClusterReport';
import { nodeObject } from '../../../testing/cluster-objects';
import { clusterReportObject } from '../../../testing/cluster-report';
import { fakeCluster } from '../../../testing/fake-cluster';
import { reportObject } from '../../../testing/reports';
import { OverviewPage } from '../OverviewPage';
import { ConnectivityCard } from './ConnectivityCard';

const toZoneC: ReportedFlowCause = {
  kind: 'path',
  flows: ['vxlan-IPv4'],
  pairs: 1412,
  grouping: 'zone',
  from: 'zone-a',
  to: 'zone-c',
  message: 'UDP 4789 from zone-a to zone-c is filtered: 1412 pairs',
};
const failing: ReportedFlows = {
  grouping: 'zone',
  groups: ['zone-a', 'zone-c', ''],
  cells: [
    { flow: 'bgp-IPv4', from: 0, to: 1, tested: 900, failing: 0 },
    { flow: 'bgp-IPv4', from: 1, to: 0, tested: 900, failing: 3 },
    { flow: 'vxlan-IPv4', from: 0, to: 0, tested: 800, failing: 0 },
    { flow: 'vxlan-IPv4', from: 0, to: 1, tested: 1600, failing: 1412 },
    { flow: 'vxlan-IPv4', from: 1, to: 0, tested: 1590, failing: 0 },
  ],
  causes: [toZoneC],
};
const calm: ReportedFlows = { ...failing, cells: failing.cells.filter((cell) => cell.failing === 0), causes: [] };

interface Wish {
  readonly age?: number;
  /** Of two nodes. */
  readonly verified?: number;
  readonly broken?: number;
  readonly profile?: ReturnType<typeof declareProfile>;
}

const Card = ({ verified = 2, broken = 0 }: Wish) => {
  const totals: FleetTotals = {
    nodes: 2,
    reports: 2,
    verdicts: { Ready: 2, ReadyWithWaivers: 0, NotReady: 0, Unknown: 0, Stale: 0, NoReport: 0 },
    connectivity: { Verified: verified, Broken: broken, NotVerified: 2 - verified - broken },
  };
  return <ConnectivityCard report={useClusterReport()} totals={totals} />;
};

function card(wish: Wish = {}): HTMLElement {
  render(
    <MemoryRouter>
      <Card {...wish} />
    </MemoryRouter>,
  );
  return screen.getByRole('region', { name: 'Connectivity' });
}

function show(flows: unknown, wish: Wish = {}): HTMLElement {
  const { age = 60, profile = declareProfile({}, 'test') } = wish;
  fakeCluster.serve('clusterreports', [clusterReportObject({ age, status: { flows, profile } })]);
  return card(wish);
}

/** The rows of the table below its two rows of heads, as a person reads them. */
const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(2)
    .map((row) => [...row.children].map((part) => part.textContent.trim()));

describe('the card Connectivity', () => {
  it('says in one sentence what is filtered and leads to the guide', () => {
    const flows = within(show(failing));
    expect(flows.getByRole('listitem')).toHaveTextContent(
      'Fail: UDP 4789 from zone-a to zone-c is filtered: 1,412 pairs',
    );
    expect(flows.getByRole('link', { name: 'Guide: Ports' })).toHaveAttribute('href', '/calico-readiness/guides/ports');
  });

  it('shows the flow with most failing pairs from every group to every group', () => {
    const table = within(show(failing)).getByRole('table', { name: 'VXLAN: UDP 4789' });
    expect(within(table).getByRole('columnheader', { name: 'From zone' })).toBeVisible();
    expect(rowsOf(table)).toEqual([
      ['zone-a', '800 pass', '1,412 of 1,600 fail', 'Not tested'],
      ['zone-c', '1,590 pass', 'Not tested', 'Not tested'],
      ['No zone', 'Not tested', 'Not tested', 'Not tested'],
    ]);
  });

  it('shows another flow to who chooses it', async () => {
    const flows = within(show(failing));
    const choice = flows.getByRole('combobox', { name: 'Flow' });
    expect(
      within(choice)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['BGP: TCP 179 – 3 failing pairs', 'VXLAN: UDP 4789 – 1,412 failing pairs']);
    await userEvent.selectOptions(choice, 'bgp-IPv4');
    expect(rowsOf(flows.getByRole('table', { name: 'BGP: TCP 179' }))[1]).toEqual([
      'zone-c',
      '3 of 900 fail',
      'Not tested',
      'Not tested',
    ]);
  });

  it('can be scrolled by keys', () => {
    const table = within(show(failing)).getByRole('group', { name: 'VXLAN: UDP 4789' });
    table.focus();
    expect(table).toHaveFocus();
  });

  it('names the ports of the profile', () => {
    const ports = { ...declareProfile({}, 'test').ports.value, vxlan: 8472 };
    const flows = show(failing, { profile: declareProfile({ ports }, 'test') });
    expect(flows).toHaveTextContent('UDP 8472 from zone-a to zone-c is filtered');
  });

  it('says what a newer controller found in its own words', () => {
    const flows = show({ ...failing, causes: [{ ...toZoneC, kind: 'rack', message: 'Rack 7 is cut off.' }] });
    expect(flows).toHaveTextContent('Rack 7 is cut off.');
  });

  it('shows five causes, and the others when it is asked to', async () => {
    const causes = Array.from({ length: 7 }, (_, at) => ({ ...toZoneC, kind: 'target', to: `worker-${String(at)}` }));
    const flows = within(show({ ...failing, causes }));
    expect(flows.getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(flows.getByRole('button', { name: 'Show all 7 causes' }));
    expect(flows.getAllByRole('listitem')).toHaveLength(7);
  });

  it('is one line where everything passes', () => {
    const flows = show(calm);
    expect(flows).toHaveTextContent('Every flow passes, and connectivity is verified on every node.');
    expect(within(flows).queryByRole('table')).toBeNull();
  });

  it.each<[string, unknown, Wish, string]>([
    ['nobody has tested a flow', undefined, {}, 'Flows between nodes have not been tested yet.'],
    [
      'some nodes are not verified',
      calm,
      { verified: 0 },
      'No tested flow fails. Connectivity is verified on 0 of 2 nodes.',
    ],
    [
      'nodes report failing flows that the controller has not summed up',
      calm,
      { verified: 1, broken: 1 },
      'Flows fail on 1 node. The controller has not told the cause yet.',
    ],
    [
      'a part cannot be read',
      { ...calm, cells: [...calm.cells, { flow: 'esp' }] },
      {},
      'A part of what the controller says of flows cannot be read. Update the plugin.',
    ],
  ])('is not green where %s', (_what, reported, wish, sentence) => {
    const flows = show(reported, wish);
    expect(flows).toHaveTextContent(sentence);
    expect(flows).not.toHaveTextContent('Every flow passes');
  });

  it.each([
    ['what failed', failing],
    ['what passed', calm],
  ])('calls %s stale once the controller is silent', (_what, reported) => {
    const flows = show(reported, { age: 9999 });
    expect(flows).toHaveTextContent('Stale: the controller reported this 2 hr. ago');
    expect(flows).not.toHaveTextContent('Fail: ');
    expect(flows).not.toHaveTextContent('Every flow passes');
  });

  it('says which permission is missing', () => {
    fakeCluster.fail('clusterreports', 403, 'no');
    expect(card()).toHaveTextContent('Permission to list clusterreports is required.');
  });

  it.each<[string, () => void, string]>([
    ['loads', () => fakeCluster.hold('clusterreports'), 'Loading'],
    ['is not there', () => fakeCluster.serve('clusterreports', []), 'no controller has written a ClusterReport'],
    ['cannot be loaded', () => fakeCluster.fail('clusterreports', 504, 'etcd is slow'), 'etcd is slow'],
  ])('says so while the ClusterReport %s', (_what, arrange, sentence) => {
    arrange();
    expect(card()).toHaveTextContent(sentence);
  });

  it('shows names as text', () => {
    const hostile = '<img src=x onerror=alert(1)>\u202e';
    const flows = show({ ...failing, groups: ['zone-a', hostile], causes: [{ ...toZoneC, to: hostile }] });
    expect(flows).toHaveTextContent('to <img src=x onerror=alert(1)>\uFFFD is filtered');
    expect(document.querySelector('img')).toBeNull();
  });

  it('stands on the overview, and not in a what-if, which tests no flows', async () => {
    fakeCluster.serve('nodes', [nodeObject('a')]);
    fakeCluster.serve('nodereports', [reportObject('a', { now: Date.now() })]);
    fakeCluster.serve('clusterreports', [clusterReportObject({ status: { flows: failing } })]);
    const overview = (query: string) =>
      render(
        <MemoryRouter initialEntries={[`/calico-readiness${query}`]}>
          <OverviewPage />
        </MemoryRouter>,
      );
    const { unmount } = overview('');
    expect(await screen.findByRole('table', { name: 'VXLAN: UDP 4789' })).toBeVisible();
    unmount();
    overview('?whatif=dataplane:BPF');
    await screen.findByRole('region', { name: 'Verdicts' });
    expect(screen.queryByRole('region', { name: 'Connectivity' })).toBeNull();
  });
});

describe('a test of pairs that somebody asks for on the card', () => {
  const zoned = (name: string, zone: string) =>
    nodeObject(name, { labels: { 'topology.kubernetes.io/zone': zone, 'node-role.kubernetes.io/worker': '' } });
  const peerOf = (name: string) => ({
    ...{ peer: name, key: 1, outcome: 'filtered', firstAt: 1, failedAt: 2, recentAt: 3, lastAt: 4, proven: true },
  });
  const flowTests = {
    ...{ peers: 2, since: 1, allPairsBy: 2 },
    flows: [
      {
        ...{ flow: 'vxlan-IPv4', needed: 2, tested: 2, blocked: 2, covered: 0 },
        failing: [peerOf('c-1'), peerOf('a-2')],
      },
    ],
  };
  const source = (more: object = {}) =>
    reportObject('a-1', {
      now: Date.now(),
      status: {
        findings: [{ requirement: 'vxlan-port-open', verdict: 'Fail', reason: 'FlowFiltered' }],
        facts: { flowTests },
        ...more,
      },
    });

  it('asks for the pairs of the cell that reports name, and says how many of how many', async () => {
    fakeCluster.serve('nodes', [zoned('a-1', 'zone-a'), zoned('a-2', 'zone-a'), zoned('c-1', 'zone-c')]);
    fakeCluster.serve('nodereports', [source()]);
    fakeCluster.serve('clusterreports', [clusterReportObject({ status: { flows: failing } })]);
    fakeCluster.takeWrites(({ body }) => {
      const [{ value }] = body as [{ value: { flowTest: { requestedAt: string } } }];
      const { requestedAt } = value.flowTest;
      const peers = [{ peer: 'c-1', state: 'tested', testedAt: requestedAt, open: ['vxlan-IPv4'] }];
      fakeCluster.serve('nodereports', [source({ flowTest: { requestedAt, peers } })]);
      return {};
    });
    render(
      <MemoryRouter initialEntries={['/calico-readiness']}>
        <OverviewPage />
      </MemoryRouter>,
    );
    const name = 'Test again now: VXLAN: UDP 4789 from zone-a to zone-c';
    const button = await screen.findByRole('button', { name });
    await waitFor(() => {
      expect(button).not.toHaveAttribute('aria-disabled', 'true');
    });
    await userEvent.click(button);
    expect(await screen.findByText('1 of 1,412 failing pairs are tested again.', { exact: false })).toBeVisible();
    expect(await screen.findByText('Tested again: 1 of 1 open', {}, { timeout: 10_000 })).toBeVisible();
    expect(fakeCluster.writes).toMatchObject([{ body: [{ value: { flowTest: { peers: ['c-1'] } } }] }]);
  });

  it('is not offered where nodes are grouped by subnets, which rows do not tell', async () => {
    fakeCluster.serve('nodes', [zoned('a-1', 'zone-a')]);
    fakeCluster.serve('nodereports', [source()]);
    const flows = { ...failing, grouping: 'subnet' };
    fakeCluster.serve('clusterreports', [clusterReportObject({ status: { flows } })]);
    render(
      <MemoryRouter initialEntries={['/calico-readiness']}>
        <OverviewPage />
      </MemoryRouter>,
    );
    expect(await screen.findByRole('table', { name: 'VXLAN: UDP 4789' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Test again now/ })).toBeNull();
  });
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from '../../console/router';
import { declareProfile } from '@calico-readiness/requirements';
import { fakeCluster } from '../../testing/fake-cluster';
import { NodeTab } from './NodeTab';
import { nodeObject } from '../../testing/cluster-objects';
import { tunnelManaged } from '../../testing/host-facts';
import { judgedReport } from '../../testing/reports';

const Address = () => <output aria-label="address">{useLocation().search}</output>;

const show = (address = '/') =>
  render(
    <MemoryRouter initialEntries={[address]}>
      <NodeTab obj={nodeObject('a')} />
      <Address />
    </MemoryRouter>,
  );

const failing = { facts: tunnelManaged };

describe('the tab Calico readiness of a node', () => {
  it('says how the node is, what of, and how old the news is', () => {
    fakeCluster.serve('nodereports', [judgedReport('a', failing)]);
    show();
    const summary = within(screen.getByRole('region', { name: 'Summary' }));
    expect(summary.getByText('Not ready')).toBeInTheDocument();
    expect(summary.getByText('1 required check fails')).toBeInTheDocument();
    expect(summary.getByText('Connectivity not verified')).toBeInTheDocument();
    expect(summary.getByText('1 min. ago, next in 16 min. at the latest')).toBeInTheDocument();
  });

  it('names the source of what the node was judged against', () => {
    fakeCluster.serve('nodereports', [judgedReport('a', failing)]);
    show();
    const profile = within(screen.getByRole('region', { name: 'Evaluated profile' }));
    expect(profile.getByText('IPIP')).toBeInTheDocument();
    expect(profile.getAllByText('Defaulted').length).toBeGreaterThan(0);
  });

  it('shows a finding with what was seen, what is needed and the guide', () => {
    fakeCluster.serve('nodereports', [judgedReport('a', failing)]);
    show();
    const row = within(screen.getByText('networkmanager-ignores-tunl').closest('tr')!);
    expect(row.getByText('Fail')).toBeInTheDocument();
    expect(row.getByText('tunl0: managed')).toBeInTheDocument();
    expect(row.getByRole('link', { name: 'NetworkManager' })).toHaveAttribute(
      'href',
      '/calico-readiness/guides/networkmanager',
    );
  });

  it('names the peers with which a flow fails', () => {
    const times = { firstAt: 1, failedAt: 1, recentAt: 1, lastAt: 1 };
    const peer = { peer: 'worker-7', key: 1, outcome: 'filtered', proven: true, ...times } as const;
    const flow = { flow: 'ipip-IPv4', needed: 9, tested: 9, blocked: 1, covered: 8, failing: [peer] } as const;
    const facts = { ...tunnelManaged, flowTests: { peers: 9, since: 1, allPairsBy: 1, flows: [flow] } };
    fakeCluster.serve('nodereports', [judgedReport('a', { facts })]);
    show();
    const row = within(screen.getByText('ipip-protocol-open').closest('tr')!);
    expect(row.getByRole('link', { name: 'worker-7' })).toBeInTheDocument();
  });

  it('says beside the guide what its change would do on this node, unless the report is stale', () => {
    const predictions = {
      'networkmanager-ignores-tunl': { guide: 'networkmanager', verdict: 'Pass', reason: 'InterfaceIgnored' },
    } as const;
    const sentence = /^Predicted from this node’s files: with the guide’s MachineConfig this passes after/;
    fakeCluster.serve('nodereports', [judgedReport('a', { ...failing, predictions })]);
    const { unmount } = show();
    const row = within(screen.getByText('networkmanager-ignores-tunl').closest('tr')!);
    expect(row.getByText(sentence)).toBeInTheDocument();
    unmount();
    fakeCluster.serve('nodereports', [judgedReport('a', { ...failing, predictions, age: 90_000 })]);
    show();
    expect(screen.getByText('networkmanager-ignores-tunl')).toBeInTheDocument();
    expect(screen.queryByText(sentence)).not.toBeInTheDocument();
  });

  it('says what the Calico release that the node was judged for needs', () => {
    fakeCluster.serve('nodereports', [
      judgedReport('a', { ...failing, profile: declareProfile({ calicoVersion: 'v3.29' }, 'test') }),
    ]);
    show();
    const row = within(screen.getByText('kernel-version-supported').closest('tr')!);
    expect(row.getByText('Linux 5.10 or later, or the kernel of RHEL 8 or Red Hat CoreOS')).toBeInTheDocument();
  });

  it('leaves out what passes on request, and says so in the address', async () => {
    fakeCluster.serve('nodereports', [judgedReport('a', failing)]);
    show();
    expect(screen.getByText('kernel-version-supported')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('switch', { name: 'Show only unmet requirements' }));
    expect(screen.queryByText('kernel-version-supported')).not.toBeInTheDocument();
    expect(screen.getByText('networkmanager-ignores-tunl')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent('?only=unmet');
  });

  it('closes a chapter and keeps the parameters of others in the address', async () => {
    fakeCluster.serve('nodereports', [judgedReport('a', failing)]);
    show('/?activeTab=x');
    await userEvent.click(screen.getByRole('button', { name: 'Node', expanded: true }));
    expect(screen.queryByText('networkmanager-ignores-tunl')).not.toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent('?activeTab=x&collapsed=node');
  });

  it('opens the not applicable ones with their reasons', () => {
    fakeCluster.serve('nodereports', [judgedReport('a', failing)]);
    show('/?notApplicable=show');
    expect(screen.getByRole('button', { name: /requirements not applicable/, expanded: true })).toBeInTheDocument();
    expect(screen.getAllByText('VXLAN is off').length).toBeGreaterThan(0);
  });

  it('shows no verdict of the current state for a stale report', () => {
    fakeCluster.serve('nodereports', [judgedReport('a', { age: 4 * 3600 })]);
    show();
    expect(screen.getByRole('heading', { name: /The report of this node is stale/ })).toBeInTheDocument();
    expect(screen.getAllByText(/Stale, was Pass/).length).toBeGreaterThan(0);
    expect(screen.queryByText('Pass')).not.toBeInTheDocument();
    expect(screen.getByText('4 hr. ago, the next is overdue')).toBeInTheDocument();
  });

  it('says that there is no report', () => {
    fakeCluster.serve('nodereports', []);
    show();
    expect(screen.getByRole('heading', { name: 'This node has no report' })).toBeInTheDocument();
    expect(screen.getByText(/has not reported yet, or it does not run there/)).toBeInTheDocument();
  });

  it('does not take over the report of an earlier node of the same name', () => {
    fakeCluster.serve('nodereports', [judgedReport('a', { ...failing, uid: 'earlier' })]);
    show();
    expect(screen.getByText(/it is about an earlier node/)).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('waits for the report', () => {
    fakeCluster.hold('nodereports');
    show();
    expect(screen.getByRole('heading', { name: 'Loading the report of this node' })).toBeInTheDocument();
  });

  it.each([
    ['is not installed', () => undefined, 'NodeReport is not installed in this cluster'],
    [
      'may not be listed',
      () => {
        fakeCluster.fail('nodereports', 403, 'forbidden');
      },
      'Permission to list nodereports is required',
    ],
    [
      'cannot be loaded',
      () => {
        fakeCluster.fail('nodereports', 504, 'timeout');
      },
      'nodereports could not be loaded',
    ],
  ])('says when the resource %s', (_what, prepare, title) => {
    prepare();
    show();
    expect(screen.getByRole('heading', { name: new RegExp(title) })).toBeInTheDocument();
  });

  it('keeps showing what it has when it cannot be refreshed, and says so', () => {
    fakeCluster.serve('nodereports', [judgedReport('a', failing)]);
    fakeCluster.fail('nodereports', 504, 'gateway timeout');
    show();
    expect(screen.getByRole('heading', { name: /cannot be refreshed/ })).toBeInTheDocument();
    expect(screen.getByText('networkmanager-ignores-tunl')).toBeInTheDocument();
  });

  it('shows what a hostile report says as text', () => {
    const report = judgedReport('a', failing);
    const hostile = {
      ...report,
      status: {
        ...report.status,
        findings: [
          { requirement: 'no-such-thing', verdict: 'Bad', reason: '<b>x</b>', observed: '<img src=x>\u202Egnp' },
        ],
      },
    };
    fakeCluster.serve('nodereports', [hostile]);
    show();
    expect(screen.getByText('no-such-thing')).toBeInTheDocument();
    expect(screen.getByText('<img src=x>\uFFFDgnp')).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
  });
});

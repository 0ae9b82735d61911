import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NetworkManager, ReportedFacts } from '@calico-readiness/requirements';
import { fakeCluster } from '../testing/fake-cluster';
import { MemoryRouter, Route, Routes, useLocation } from '../console/router';
import { nodeObject } from '../testing/cluster-objects';
import { stockDebian } from '../testing/host-facts';
import { judgedReport, reportObject } from '../testing/reports';
import { NodesPage } from './nodes/NodesPage';
import { OverviewPage } from './overview/OverviewPage';
import { RequirementsPage } from './requirements/RequirementsPage';

const Address = () => {
  const { pathname, search } = useLocation();
  return <p data-testid="address">{pathname + search}</p>;
};
const address = () => decodeURIComponent(screen.getByTestId('address').textContent);

const renderAt = (place: string) =>
  render(
    <MemoryRouter initialEntries={[`/calico-readiness${place}`]}>
      <Routes>
        <Route path="/calico-readiness" element={<OverviewPage />} />
        <Route path="/calico-readiness/nodes" element={<NodesPage />} />
        <Route path="/calico-readiness/requirements" element={<RequirementsPage />} />
      </Routes>
      <Address />
    </MemoryRouter>,
  );

/** A kernel that was built without eBPF. */
const withoutBpf: Partial<ReportedFacts> = { kernelConfiguration: { n: ['BPF_SYSCALL', 'BPF_JIT', 'CGROUP_BPF'] } };
const managesIpip: NetworkManager = {
  daemon: 'running',
  configurationFiles: [],
  manages: {
    'cali*': false,
    tunl0: true,
    'vxlan.calico': false,
    'vxlan-v6.calico': false,
    'wireguard.cali': false,
    'wg-v6.cali': false,
  },
};

/** Five nodes: one for each thing that can come of a what-if. */
const serveFive = () => {
  const reports = {
    calm: judgedReport('calm', { facts: stockDebian }),
    'no-bpf': judgedReport('no-bpf', { facts: { ...stockDebian, ...withoutBpf } }),
    ipip: judgedReport('ipip', { facts: { ...stockDebian, networkManager: managesIpip } }),
    blank: reportObject('blank', { now: Date.now(), status: { profile: undefined } }),
    stale: reportObject('stale', { now: Date.now(), age: 9999 }),
  };
  fakeCluster.serve(
    'nodes',
    Object.keys(reports).map((name) => nodeObject(name)),
  );
  fakeCluster.serve('nodereports', Object.values(reports));
};

const banner = () => screen.findByRole('region', { name: 'What-if' });
const bpfOnVxlan = '?whatif=dataplane:BPF,encapsulation:VXLAN';

describe('what-if', () => {
  it('is chosen in an editor and then stands in the address and above the title', async () => {
    serveFive();
    renderAt('');
    await userEvent.click(await screen.findByRole('button', { name: 'Try another profile' }));
    const editor = await screen.findByRole('dialog', { name: 'Try another profile' });
    await userEvent.selectOptions(within(editor).getByRole('combobox', { name: 'Dataplane' }), 'eBPF');
    await userEvent.click(within(editor).getByRole('checkbox', { name: 'IPIP' }));
    await userEvent.click(within(editor).getByRole('checkbox', { name: 'VXLAN' }));
    await userEvent.click(within(editor).getByRole('switch', { name: 'WireGuard' }));
    await userEvent.click(within(editor).getByRole('button', { name: 'Show what would change' }));
    expect(address()).toBe('/calico-readiness?whatif=dataplane:BPF,encapsulation:VXLAN,wireguard:true');
    const region = await banner();
    expect(region).toHaveTextContent('What-if, not the current state. Nothing in the cluster changes.');
    expect(region).toHaveTextContent('Dataplane: eBPF Current: iptables');
    expect(region).toHaveTextContent('WireGuard: On Current: Off');
    expect(
      region.compareDocumentPosition(screen.getByRole('heading', { level: 1 })) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(document.title).toBe('What-if · Overview · Calico readiness');
  });

  it('takes the focus along when what had it goes away', async () => {
    serveFive();
    renderAt('?whatif=wireguard:true');
    await banner();
    await userEvent.click(screen.getByRole('button', { name: 'Leave what-if' }));
    await waitFor(() => {
      expect(document.querySelector('.calico-readiness__page')).toHaveFocus();
    });
  });

  it('does not accept a profile without an IP family', async () => {
    serveFive();
    renderAt('');
    await userEvent.click(await screen.findByRole('button', { name: 'Try another profile' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'IPv4' }));
    expect(screen.getByText('Choose at least one.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Show what would change' })).toBeDisabled();
  });

  it('says how many nodes would change', async () => {
    serveFive();
    renderAt(bpfOnVxlan);
    const region = await banner();
    await waitFor(() => {
      expect(within(region).getByRole('status')).toHaveTextContent(
        '1 node would fail that does not fail now, 1 node would no longer fail, 1 node would be Unknown, 1 node without a current report is not evaluated',
      );
    });
  });

  it('shows counts, causes, pools and profile as they would be, against the current state', async () => {
    serveFive();
    renderAt(bpfOnVxlan);
    const verdicts = await screen.findByRole('region', { name: 'Verdicts' });
    expect(within(verdicts).getByRole('link', { name: '1 Unknown: show the nodes' })).toHaveAttribute(
      'href',
      expect.stringContaining('whatif='),
    );
    expect(verdicts).toHaveTextContent(/Ready2 -1 vs current.*Unknown1 \+1 vs current/);
    expect(screen.getByRole('region', { name: 'Cluster profile' })).toHaveTextContent('eBPFWhat-if; current: iptables');
    const causes = screen.getByRole('grid', { name: 'Causes' });
    const row = within(causes)
      .getAllByRole('row')
      .find((candidate) => /ebpf/.test(candidate.textContent));
    expect(row).toHaveTextContent('+1 vs current');
    const gone = screen.getByRole('list', { name: 'Current causes that would disappear' });
    expect(gone).toHaveTextContent('networkmanager-ignores-tunl');
    expect(await screen.findByRole('region', { name: 'Pools by chapter' })).toHaveTextContent('+1 vs current');
    for (const guide of screen.getAllByRole('link', { name: /^Guide/ }))
      expect(guide.getAttribute('href')).not.toContain('whatif');
  });

  it('frames changed cells, names both verdicts, and leaves stale rows stale', async () => {
    serveFive();
    renderAt(`/nodes${bpfOnVxlan}&chapter=node&chapter=kernel`);
    const cell = await screen.findByRole('gridcell', { name: 'eBPF, was Not applicable, would be Fail, no-bpf' });
    expect(cell).toHaveClass('calico-readiness__cell-changed');
    expect(screen.getByRole('gridcell', { name: /was Fail, would be Not applicable, ipip$/ })).toBeVisible();
    expect(screen.getAllByRole('gridcell', { name: /, was Pass, would be Unknown, blank$/ }).length).toBeGreaterThan(5);
    expect(screen.queryByRole('gridcell', { name: /would be.*, stale$/ })).toBeNull();
    const verdictCell = screen
      .getAllByRole('gridcell')
      .find((candidate) => /was Ready, would be\s+Not ready/.test(candidate.textContent));
    expect(verdictCell).toHaveClass('calico-readiness__cell-changed');
  });

  it('reduces the matrix to what changes', async () => {
    serveFive();
    renderAt(`/nodes${bpfOnVxlan}`);
    expect(await screen.findByText(/3 with changes/)).toBeVisible();
    await userEvent.click(screen.getByRole('switch', { name: 'Only changed' }));
    expect(screen.getByText('3 of 5 nodes')).toBeVisible();
    expect(address()).toContain('changed=only');
    expect(screen.queryByRole('link', { name: 'stale' })).toBeNull();
  });

  it('says before and after in the panel', async () => {
    serveFive();
    renderAt(`/nodes${bpfOnVxlan}&chapter=kernel`);
    await userEvent.click(
      await screen.findByRole('gridcell', { name: 'eBPF, was Not applicable, would be Fail, no-bpf' }),
    );
    const terms = (await screen.findAllByRole('term')).map((term) => term.textContent);
    expect(terms.slice(0, 3)).toEqual(['Now', 'Would be', 'Seen']);
    const [now, wouldBe] = screen.getAllByRole('definition');
    expect(now).toHaveTextContent('Not applicable');
    expect(wouldBe).toHaveTextContent('Fail');
    expect(address()).toContain('whatif=dataplane:BPF');
  });

  it('goes along from page to page, but not to the guides', async () => {
    serveFive();
    renderAt(bpfOnVxlan);
    await banner();
    expect(screen.getByRole('link', { name: 'Guides' })).toHaveAttribute('href', '/calico-readiness/guides');
    await userEvent.click(screen.getByRole('link', { name: 'Nodes' }));
    expect(address()).toBe('/calico-readiness/nodes?whatif=dataplane:BPF,encapsulation:VXLAN');
    await banner();
    await userEvent.click(screen.getByRole('link', { name: 'Requirements' }));
    expect(await banner()).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Leave what-if' }));
    expect(screen.queryByRole('region', { name: 'What-if' })).toBeNull();
    expect(address()).toBe('/calico-readiness/requirements');
  });

  it('ignores nonsense in the address, and says so', async () => {
    serveFive();
    renderAt('?whatif=dataplane:Pigeons');
    expect(
      await screen.findByText('This is the current state: the what-if in the address is not valid', {
        exact: false,
      }),
    ).toBeVisible();
    expect(screen.getByText('dataplane:Pigeons')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'What-if' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Clear it' }));
    expect(address()).toBe('/calico-readiness');
  });

  it('keeps what it understands of an address that is partly nonsense', async () => {
    serveFive();
    renderAt('?whatif=wireguard:true,moon:full');
    const region = await banner();
    expect(region).toHaveTextContent('Not valid in the address, and ignored: moon:full');
    expect(region).toHaveTextContent('WireGuard: On Current: Off');
  });

  it('never shows a row of the current state while it judges or waits for reports', async () => {
    serveFive();
    fakeCluster.hold('machineconfigpools');
    renderAt(`/nodes${bpfOnVxlan}`);
    await banner();
    await waitFor(() => {
      expect(screen.getByText(/totals follow/)).toBeVisible();
    });
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('leaves the current state as it is without one', async () => {
    serveFive();
    renderAt('/nodes');
    await screen.findByRole('grid', { name: 'Nodes and requirements' });
    expect(screen.queryByText(/would be/)).toBeNull();
    expect(screen.queryByRole('switch', { name: 'Only changed' })).toBeNull();
    expect(document.querySelector('.calico-readiness__cell-changed')).toBeNull();
  });
});

import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes, useLocation } from '../../console/router';
import { parse } from 'yaml';
import { fakeCluster } from '../../testing/fake-cluster';
import { nodesOf, poolObject, reportsOf } from '../../testing/cluster-objects';
import type { ReportingNode } from '../../testing/cluster-objects';
import { healthyFacts, tunnelManaged } from '../../testing/host-facts';
import { GuidePage } from './GuidePage';
import { GuidesPage } from './GuidesPage';

const Address = () => <output aria-label="address">{useLocation().search}</output>;

const show = (address: string) =>
  render(
    <MemoryRouter initialEntries={[address]}>
      <Routes>
        <Route path="/calico-readiness/guides" element={<GuidesPage />} />
        <Route path="/calico-readiness/guides/:guide" element={<GuidePage />} />
      </Routes>
      <Address />
    </MemoryRouter>,
  );

const serve = (wishes: readonly ReportingNode[]) => {
  fakeCluster.serve('nodes', nodesOf(wishes));
  fakeCluster.serve('nodereports', reportsOf(wishes));
  fakeCluster.serve('machineconfigpools', [
    poolObject('worker'),
    poolObject('worker-b', { roles: ['worker', 'worker-b'], paused: true }),
  ]);
};

const networkManager = '/calico-readiness/guides/networkmanager';

const mixed: readonly ReportingNode[] = [
  { name: 'w1', facts: tunnelManaged },
  { name: 'w2' },
  { name: 'b1', role: 'worker-b', facts: tunnelManaged },
  { name: 'r1', facts: { ...tunnelManaged, operatingSystem: { id: 'rhel', versionId: '8.6' } } },
];

const yamlShown = async () =>
  (await screen.findByRole('group', { name: /^MachineConfig 99-/ })).querySelector('code')!.textContent!;

describe('a guide', () => {
  it('counts the affected nodes by pool and leads to them', async () => {
    serve(mixed);
    show(networkManager);
    expect(await screen.findByText(/^3 nodes affected: worker 2 of 3, worker-b 1 of 1\./)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show them in the matrix' })).toHaveAttribute(
      'href',
      '/calico-readiness/nodes?requirement=networkmanager-ignores-tunl',
    );
    expect(
      screen.getByRole('heading', { level: 1, name: 'Keep NetworkManager off Calico interfaces' }),
    ).toBeInTheDocument();
  });

  it('says where it stands, above its title and in that of the window', async () => {
    serve(mixed);
    show(networkManager);
    await screen.findByText(/^3 nodes affected/);
    const crumbs = within(screen.getByRole('navigation', { name: 'Breadcrumb' })).getAllByRole('listitem');
    expect(crumbs.map(({ textContent }) => textContent)).toEqual(['Calico readiness', 'Guides', 'NetworkManager']);
    expect(document.title).toBe('Keep NetworkManager off Calico interfaces · Guides · Calico readiness');
  });

  it('says for how many of them the change is predicted to suffice, of those whose report tells', async () => {
    const predicted = (verdict: 'Pass' | 'Fail') => ({
      'networkmanager-ignores-tunl': { guide: 'networkmanager', verdict, reason: 'InterfaceManaged' },
    });
    serve([
      { name: 'w1', facts: tunnelManaged, predictions: predicted('Pass') },
      { name: 'w2', facts: tunnelManaged, predictions: predicted('Fail') },
      { name: 'w3', facts: tunnelManaged },
    ]);
    show(networkManager);
    expect(
      await screen.findByText('The change is predicted to suffice on 1 of 2 nodes with a prediction.'),
    ).toBeInTheDocument();
  });

  it('shows the MachineConfig, what its lines do, and offers it for download', async () => {
    serve(mixed);
    show(networkManager);
    const yaml = await yamlShown();
    expect(parse(yaml)).toMatchObject({
      kind: 'MachineConfig',
      metadata: { labels: { 'machineconfiguration.openshift.io/role': 'worker' } },
    });
    const download = screen.getByRole('link', { name: 'Download 99-worker-calico-networkmanager.yaml' });
    expect(download).toHaveAttribute('download', '99-worker-calico-networkmanager.yaml');
    expect(decodeURIComponent(download.getAttribute('href')!.split(',').slice(1).join(','))).toBe(yaml);
    expect(screen.getByText('[keyfile]')).toBeInTheDocument();
  });

  it('says what happens in each pool: inherited, paused, and nodes that it does not reach', async () => {
    serve(mixed);
    show(networkManager);
    const table = await screen.findByRole('grid', { name: 'Pools that the MachineConfig reaches' });
    const [, worker, custom] = within(table).getAllByRole('row');
    expect(worker).toHaveTextContent('1 of 2');
    expect(worker).toHaveTextContent('1 other node of the pool is not RHCOS: the MachineConfig does not reach it.');
    expect(custom).toHaveTextContent('The pool is paused: nothing happens until it is resumed.');
    expect(custom).toHaveTextContent('The pool inherits the role worker.');
  });

  it('tailors everything to another role, and keeps it in the address', async () => {
    serve(mixed);
    show(networkManager);
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Role of the MachineConfig' }),
      'worker-b',
    );
    expect(
      await screen.findByRole('group', { name: 'MachineConfig 99-worker-b-calico-networkmanager' }),
    ).toBeInTheDocument();
    expect(screen.getByText('oc delete machineconfig 99-worker-b-calico-networkmanager')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent('?role=worker-b');
  });

  it('gives commands for RHEL hosts on their own tab, with their own count', async () => {
    serve(mixed);
    show(networkManager);
    await userEvent.click(await screen.findByRole('tab', { name: 'RHEL and rebuilds: 1 affected' }));
    expect(
      screen.getByText(/systemctl reload NetworkManager\.service/, {
        selector: '#steps-3-commands-text *, #steps-3-commands-text',
      }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/oc delete machineconfig/)).not.toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent('?platform=rhel');
  });

  it('names the units that run on the affected nodes', async () => {
    const services = {
      'firewalld.service': { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true },
      'nftables.service': { load: 'loaded', enablement: 'disabled', active: false, startsAtBoot: false },
    } as const;
    serve([{ name: 'w1', facts: { ...healthyFacts, services } }]);
    show('/calico-readiness/guides/firewalld');
    expect(parse(await yamlShown())).toMatchObject({
      spec: { config: { systemd: { units: [{ name: 'firewalld.service', mask: true, enabled: false }] } } },
    });
  });

  it('says what each manager breaks, those of the affected nodes first', async () => {
    const services = {
      ...healthyFacts.services,
      'nftables.service': { load: 'loaded', enablement: 'enabled', active: true, startsAtBoot: true },
    } as const;
    serve([{ name: 'w1', facts: { ...healthyFacts, services } }, { name: 'w2' }]);
    show('/calico-readiness/guides/firewalld');
    expect(await screen.findByText('On 1 affected node')).toBeInTheDocument();
    const [, first, second] = within(screen.getByRole('grid', { name: 'What firewall managers break' })).getAllByRole(
      'row',
    );
    expect(first).toHaveTextContent(
      /^nftables\.serviceOn 1 affected nodeFlushes the whole ruleset.*outgoing NAT of pods/,
    );
    expect(second).toHaveTextContent(/^firewalld\.serviceRejects.*BGP \(TCP 179\)/);
  });

  it('has no such table in another guide', async () => {
    serve(mixed);
    show(networkManager);
    expect(await screen.findByText(/^3 nodes affected/)).toBeInTheDocument();
    expect(screen.queryByRole('grid', { name: 'What firewall managers break' })).not.toBeInTheDocument();
  });

  it('writes no MachineConfig for modules that the kernel does not have', async () => {
    serve([{ name: 'w1', facts: { ...healthyFacts, kernelModules: { missing: ['ipip'] } } }]);
    show('/calico-readiness/guides/kernel-modules');
    expect(await screen.findByText(/Not part of this kernel: ipip\./)).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: /^MachineConfig/ })).not.toBeInTheDocument();
  });

  it('copies the commands, and says how to when the browser does not', async () => {
    serve(mixed);
    show(networkManager);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Copy: Command to apply the MachineConfig' }));
    expect(await window.navigator.clipboard.readText()).toBe('oc apply -f 99-worker-calico-networkmanager.yaml');
    vi.spyOn(window.navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied'));
    await user.click(screen.getByRole('button', { name: 'Copy: Command to apply the MachineConfig' }));
    expect(await screen.findByText('Select the text to copy it')).toBeInTheDocument();
  });

  it('says that no node needs it, and how many are not counted', async () => {
    serve([{ name: 'w1' }, { name: 'w2', age: 7200 }]);
    show(networkManager);
    expect(await screen.findByText('No node with a current report needs this guide.')).toBeInTheDocument();
    expect(screen.getByText('1 node has no current report and is not counted.')).toBeInTheDocument();
  });

  it.each([
    [
      'loading',
      () => {
        fakeCluster.hold('nodes');
        fakeCluster.hold('nodereports');
      },
      /^Loading/,
    ],
    [
      'not installed',
      () => {
        fakeCluster.serve('nodes', nodesOf([{ name: 'a' }]));
      },
      /nodereports is not installed in this cluster/,
    ],
    [
      'forbidden',
      () => {
        fakeCluster.serve('nodes', []);
        fakeCluster.fail('nodereports', 403, 'no');
      },
      /permission to list nodereports is required/,
    ],
    [
      'failing',
      () => {
        fakeCluster.serve('nodes', []);
        fakeCluster.fail('nodereports', 500, 'no');
      },
      /nodereports could not be loaded/,
    ],
  ])('keeps its text when the reports are %s, and says that names are examples', async (_what, prepare, sentence) => {
    prepare();
    show(networkManager);
    expect(await screen.findByText(sentence)).toBeInTheDocument();
    expect(screen.getByText(/removes its IPv4 address/)).toBeInTheDocument();
    expect(screen.getByText(/Cannot determine the affected nodes. Names/)).toBeInTheDocument();
    expect(await yamlShown()).toContain('99-worker-calico-networkmanager');
  });

  it('says when there is no such guide', () => {
    serve([]);
    show('/calico-readiness/guides/constructor');
    expect(screen.getByRole('heading', { name: 'No guide has this name' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show all guides' })).toHaveAttribute('href', '/calico-readiness/guides');
  });

  it('has headings in order, and quotes the advice of the document', async () => {
    serve(mixed);
    show('/calico-readiness/guides/privileges');
    expect(await screen.findByText(/The simplest way to provide the necessary privilege/)).toBeInTheDocument();
    const levels = screen.getAllByRole('heading').map((heading) => Number(heading.tagName.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => index === 0 || level <= levels[index - 1]! + 1)).toBe(true);
  });
});

describe('the list of guides', () => {
  it('says how many nodes each would fix', async () => {
    serve(mixed);
    show('/calico-readiness/guides');
    const row = screen.getByRole('link', { name: 'Keep NetworkManager off Calico interfaces' }).closest('tr')!;
    await waitFor(() => {
      expect(within(row).getAllByRole('cell')[1]).toHaveTextContent(/^3$/);
    });
  });

  it('counts nothing before all reports are there', () => {
    fakeCluster.hold('nodes');
    fakeCluster.hold('nodereports');
    show('/calico-readiness/guides');
    expect(screen.getAllByText('Not available').length).toBeGreaterThan(0);
    expect(screen.getAllByRole('link', { name: /./ }).length).toBeGreaterThan(8);
  });
});

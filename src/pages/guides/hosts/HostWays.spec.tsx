import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'yaml';
import { MemoryRouter, Route, Routes, useLocation } from '../../../console/router';
import { nodesOf, reportsOf } from '../../../testing/cluster-objects';
import type { ReportingNode } from '../../../testing/cluster-objects';
import { fakeCluster } from '../../../testing/fake-cluster';
import { tunnelManaged } from '../../../testing/host-facts';
import { GuidePage } from '../GuidePage';

const Address = () => <output aria-label="address">{useLocation().search}</output>;

const rhel = { ...tunnelManaged, operatingSystem: { id: 'rhel', versionId: '8.6' } };

const show = (search: string, wishes: readonly ReportingNode[]) => {
  fakeCluster.serve('nodes', nodesOf(wishes));
  fakeCluster.serve('nodereports', reportsOf(wishes));
  fakeCluster.serve('machineconfigpools', []);
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/guides/networkmanager${search}`]}>
      <Routes>
        <Route path="/calico-readiness/guides/:guide" element={<GuidePage />} />
      </Routes>
      <Address />
    </MemoryRouter>,
  );
};

const textOf = async (label: string) =>
  (await screen.findByRole('group', { name: label })).querySelector('code')!.textContent!;

describe('the ways to change hosts that no MachineConfig reaches', () => {
  const nodes: readonly ReportingNode[] = [
    { name: 'w1', facts: tunnelManaged },
    { name: 'r2', facts: rhel },
    { name: 'r1', facts: rhel },
  ];

  it('are commands first, and a playbook for exactly the affected hosts', async () => {
    show('?platform=rhel', nodes);
    expect(await screen.findByRole('tab', { name: 'Commands', selected: true })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Ansible playbook' }));

    expect(parse(await textOf('Ansible playbook'))).toMatchObject([
      { tasks: [{ loop: ['r1', 'r2'] }] },
      { hosts: 'calico_readiness_networkmanager_1', become: true },
    ]);
    expect(screen.getByText('Affected hosts in it: 2')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Download calico-networkmanager.yaml' })).toBeInTheDocument();
    expect(screen.getByRole('status', { name: 'address' })).toHaveTextContent('way=ansible');
  });

  it('offer a script, with the steps that it leaves to people before it', async () => {
    show('?platform=rhel&way=script', nodes);
    const script = await textOf('Shell script');
    const download = screen.getByRole('link', { name: 'Download calico-networkmanager.sh' });

    expect(script).toMatch(/^#!\/bin\/sh\n/);
    expect(script).toContain("'r1' |\\\n    'r2')");
    expect(script).not.toContain('w1');
    expect(decodeURIComponent(download.getAttribute('href')!.split(',').slice(1).join(','))).toBe(script);
    expect(screen.getByText('It does not do the following. Look at it first:')).toBeInTheDocument();
    expect(screen.queryByText(/^Write the file and let NetworkManager read it/)).not.toBeInTheDocument();
  });

  it('are not there for RHCOS', async () => {
    show('?platform=rhcos', nodes);

    expect(await screen.findByRole('group', { name: /^MachineConfig 99-/ })).toBeInTheDocument();
    expect(screen.queryByRole('tab', { name: 'Ansible playbook' })).not.toBeInTheDocument();
  });
});

import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogue } from '@calico-readiness/requirements';
import { MemoryRouter, useLocation } from '../../console/router';
import { fakeCluster } from '../../testing/fake-cluster';
import { nodesOf, reportsOf } from '../../testing/cluster-objects';
import type { ReportingNode } from '../../testing/cluster-objects';
import { tunnelManaged } from '../../testing/host-facts';
import { exceptionsOf } from './requirement-condition';
import { RequirementsPage } from './RequirementsPage';

const Address = () => <output aria-label="address">{useLocation().search}</output>;

const show = (address = '/') =>
  render(
    <MemoryRouter initialEntries={[address]}>
      <RequirementsPage />
      <Address />
    </MemoryRouter>,
  );

const serve = (wishes: readonly ReportingNode[]) => {
  fakeCluster.serve('nodes', nodesOf(wishes));
  fakeCluster.serve('nodereports', reportsOf(wishes));
};

const rowOf = (id: string) => within(screen.getByText(id).closest('tr')!);

describe('the page of requirements', () => {
  it('shows every requirement of the catalogue under its chapter', () => {
    serve([]);
    show();
    expect(catalogue.filter(({ id }) => screen.queryByText(id) === null)).toEqual([]);
    const kernel = within(screen.getByRole('region', { name: 'Kernel' }));
    expect(kernel.getByText('ip-sets')).toBeInTheDocument();
  });

  it('quotes the sentence, and says level, scope and condition', () => {
    serve([]);
    show('/?name=vxlan-tunnel');
    const row = rowOf('vxlan-tunnel');
    expect(
      row.getByText('IPIP, VXLAN, Wireguard support, if using Calico networking in one of those modes.'),
    ).toBeInTheDocument();
    expect(row.getByText('Required')).toBeInTheDocument();
    expect(row.getByText('Decided by the node')).toBeInTheDocument();
    expect(row.getByText('VXLAN is off')).toBeInTheDocument();
  });

  it('is searched by the address, in ids, titles and quotes', async () => {
    serve([]);
    show('/?name=firewalld&other=kept');
    expect(screen.getByText('firewalld-disabled')).toBeInTheDocument();
    expect(screen.queryByText('ip-sets')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(screen.getByText('ip-sets')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent('?other=kept');
  });

  it('says when nothing matches', () => {
    serve([]);
    show('/?name=nonsense');
    expect(screen.getByRole('heading', { name: 'No matching requirements' })).toBeInTheDocument();
  });

  it('counts the nodes by verdict and leads to them', async () => {
    serve([{ name: 'a', facts: tunnelManaged }, { name: 'b' }]);
    show('/?name=networkmanager-ignores-tunl');
    await waitFor(() => {
      expect(rowOf('networkmanager-ignores-tunl').getByText('1 Fail')).toBeInTheDocument();
    });
    const row = rowOf('networkmanager-ignores-tunl');
    expect(row.getByText('1 Pass')).toBeInTheDocument();
    expect(row.getByRole('link', { name: 'Show in the matrix' })).toHaveAttribute(
      'href',
      '/calico-readiness/nodes?requirement=networkmanager-ignores-tunl',
    );
  });

  it('counts nothing before all reports are there', () => {
    fakeCluster.hold('nodes');
    fakeCluster.hold('nodereports');
    show('/?name=ip-sets');
    expect(rowOf('ip-sets').getByText('Not available')).toBeInTheDocument();
  });
});

describe('when a requirement does not apply', () => {
  it.each([
    ['processor-architecture-supported', []],
    ['vxlan-tunnel', ['VXLAN is off']],
    ['ebpf', ['The eBPF data plane is off']],
    ['match-icmpv6', ['IPv6 is not enabled in the kernel']],
  ])('%s: %j', (id, reasons) => {
    const requirement = catalogue.find((entry) => entry.id === id)!;
    expect(exceptionsOf(requirement).map(({ text }) => text)).toEqual(reasons);
  });
});

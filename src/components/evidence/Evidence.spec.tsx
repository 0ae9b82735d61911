import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CalicoVersion } from '@calico-readiness/requirements';
import { MemoryRouter } from '../../console/router';
import type { ReadFinding } from '../../k8s/read-findings';
import { Evidence } from './Evidence';

const finding: ReadFinding = {
  requirement: 'kernel-version-supported',
  verdict: 'Fail',
  reason: 'KernelOlderThanDocumented',
  observed: '5.4.0',
};

const show = (calicoVersion: CalicoVersion | undefined, shown = finding, isStale = false) =>
  render(
    <MemoryRouter>
      <Evidence finding={shown} calicoVersion={calicoVersion} now={0} isStale={isStale} />
    </MemoryRouter>,
  );

const documented = 'Linux kernel 3.10 or later with required dependencies.';
const sinceThen = /^Linux kernel 5\.10 or later with required dependencies\./;

describe('the evidence of a finding', () => {
  it.each(['v3.25', undefined] as const)('says what the requirements document needs for Calico %s', (version) => {
    show(version);
    expect(screen.getByText('Linux 3.10 or later')).toBeInTheDocument();
    expect(screen.getByText(documented)).toBeInTheDocument();
    expect(screen.queryByText(sinceThen)).not.toBeInTheDocument();
  });

  it('says where the agent looked', async () => {
    show('v3.25');
    expect(screen.queryByText('/proc/sys/kernel/osrelease')).not.toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Looked at 4 places' }));

    const places = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(places.slice(0, 4)).toEqual([
      '/proc/sys/kernel/osrelease',
      '/usr/lib/modules',
      '/etc/os-release',
      '/usr/lib/os-release',
    ]);
  });

  it('names few places at once', () => {
    show('v3.25', {
      requirement: 'cap-sys-admin-available',
      verdict: 'Fail',
      reason: 'CapabilityMissing',
      observed: 'CapBnd: none',
    });
    expect(screen.getByText('Looked at: /proc/1/status')).toBeInTheDocument();
  });

  it('says what a later Calico release needs, and quotes its page with the source beside the document', () => {
    show('v3.29');
    expect(screen.getByText('Linux 5.10 or later, or the kernel of RHEL 8 or Red Hat CoreOS')).toBeInTheDocument();
    expect(screen.getByText(documented)).toBeInTheDocument();
    expect(screen.getByText(sinceThen)).toHaveTextContent(/tigera\/docs main: .*version-3\.29/);
  });

  it('says above the guide what its change would do, unless the report is stale', () => {
    const firewalld: ReadFinding = {
      requirement: 'firewalld-disabled',
      verdict: 'Fail',
      reason: 'FirewalldActive',
      observed: '',
      prediction: { guide: 'firewalld', verdict: 'Pass', reason: 'FirewalldOff', byMachineConfig: true },
    };
    const sentence = /^Predicted from this node’s files/;
    show('v3.25', firewalld);
    expect(
      screen.getByText(sentence).compareDocumentPosition(screen.getByRole('link', { name: 'Guide: firewalld' })),
    ).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    cleanup();
    show('v3.25', firewalld, true);
    expect(screen.getByRole('link', { name: 'Guide: firewalld' })).toBeInTheDocument();
    expect(screen.queryByText(sentence)).not.toBeInTheDocument();
  });

  it('says which traffic of Calico a firewall manager breaks, and says nothing of that elsewhere', () => {
    show('v3.25', {
      requirement: 'firewalld-disabled',
      verdict: 'Fail',
      reason: 'FirewalldActive',
      observed: 'firewalld.service: active, enabled',
    });
    expect(screen.getByText('Calico traffic that it breaks')).toBeInTheDocument();
    expect(screen.getByText(/^firewalld\.service: Forwarded traffic of pods, .*BGP \(TCP 179\)/)).toBeInTheDocument();
    cleanup();
    show('v3.25');
    expect(screen.queryByText('Calico traffic that it breaks')).not.toBeInTheDocument();
  });
});

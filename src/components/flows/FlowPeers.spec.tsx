import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FlowTests } from '@calico-readiness/requirements';
import { MemoryRouter } from '../../console/router';
import { readNodeReport } from '../../k8s/read-node-report';
import { fakeCluster } from '../../testing/fake-cluster';
import { reportObject } from '../../testing/reports';
import { FlowPeers } from './FlowPeers';

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const [first, last] = [seconds('2026-11-22T10:00:00Z'), seconds('2026-11-22T11:50:00Z')];
const peer = {
  key: 1,
  outcome: 'filtered',
  firstAt: first,
  failedAt: first,
  recentAt: last,
  lastAt: last,
  proven: true,
} as const;
const tests: FlowTests = {
  peers: 4999,
  since: first,
  allPairsBy: seconds('2026-11-23T09:00:00Z'),
  flows: [
    {
      flow: 'vxlan-IPv4',
      needed: 4999,
      tested: 20,
      blocked: 2,
      covered: 1218,
      failing: [
        { ...peer, peer: 'worker-7', said: 'two probes, no answer' },
        { ...peer, peer: 'worker-8', outcome: 'prohibited', proven: false },
      ],
    },
    { flow: 'typha-IPv4', needed: 3, tested: 3, blocked: 0, covered: 3, failing: [] },
    { flow: 'bgp-IPv4', needed: 4999, tested: 0, blocked: 0, covered: 0, failing: [], untested: 'password' },
  ],
};

function show(requirement: string, flowTests: unknown = tests, observedAt = '2026-11-22T12:00:00Z') {
  const report = readNodeReport(reportObject('a', { status: { observedAt, facts: { flowTests } } }))!;
  const { container } = render(
    <MemoryRouter>
      <FlowPeers requirement={requirement} report={report} />
    </MemoryRouter>,
  );
  return container;
}

describe('what a node’s own traffic to its peers showed', () => {
  it('names the peers with which a flow fails, with the way to them', () => {
    show('vxlan-port-open');
    const peers = screen.getByRole('list', { name: 'VXLAN: UDP 4789: nodes with which it fails' });
    const [worst, other] = within(peers).getAllByRole('listitem');
    expect(within(worst!).getByRole('link', { name: 'worker-7' })).toHaveAttribute(
      'href',
      '/k8s/cluster/nodes/worker-7/calico-readiness',
    );
    expect(worst).toHaveTextContent(
      'worker-7 filtered: nothing answers two probes, no answer since 2026-11-22T10:00:00.000Z proven: its agent ran all the while',
    );
    expect(other).toHaveTextContent('prohibited: a firewall rejects it');
    expect(other).toHaveTextContent('not proven: its agent may have been away');
  });

  it('says how many peers were tested, and when all will have been', () => {
    expect(show('vxlan-port-open')).toHaveTextContent(
      '20 of 4,999 peers tested in the last half hour, 1,218 found open so far. All pairs by 2026-11-23T09:00:00.000Z.',
    );
  });

  it('names no time once every peer was tested', () => {
    const container = show('typha-port-open');
    expect(container).toHaveTextContent(
      'Typha: TCP 5473 3 of 3 peers tested in the last half hour, 3 found open so far.',
    );
    expect(container).not.toHaveTextContent('All pairs by');
  });

  it('never says more peers than there are, as agents of an earlier version count them', () => {
    const [, typha] = tests.flows;
    expect(show('typha-port-open', { ...tests, flows: [{ ...typha, tested: 6 }] })).toHaveTextContent(
      'Typha: TCP 5473 3 of 3 peers tested in the last half hour',
    );
  });

  it('promises nothing for a time that was past when the report was written', () => {
    const container = show('vxlan-port-open', tests, '2026-11-23T09:00:00Z');
    expect(container).toHaveTextContent('1,218 found open so far.');
    expect(container).not.toHaveTextContent('All pairs by');
  });

  it('says why nothing was tested', () => {
    expect(show('bgp-port-open')).toHaveTextContent(
      'BGP: TCP 179 Not tested: BGP has a password, and no session is up.',
    );
  });

  it.each<[string, string, unknown]>([
    ['a requirement that is about no flow', 'firewalld-disabled', tests],
    ['a flow that no pair needs', 'wireguard-port-open', tests],
    ['a report that carries no tests', 'vxlan-port-open', null],
  ])('says nothing for %s', (_what, requirement, flowTests) => {
    expect(show(requirement, flowTests)).toBeEmptyDOMElement();
  });

  it('shows names and words of hosts as text, and times that are none not at all', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const [vxlan] = tests.flows;
    const container = show('vxlan-port-open', {
      ...tests,
      allPairsBy: 1e15,
      flows: [{ ...vxlan, failing: [{ ...peer, peer: hostile, said: hostile, firstAt: 1e15 }] }],
    });
    expect(screen.getByRole('link', { name: hostile })).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
    expect(container).not.toHaveTextContent('since');
  });
});

describe('a test that somebody asks for', () => {
  const button = (peer: string) => screen.findByRole('button', { name: `Test again now: ${peer}` });
  const enabled = async (peer: string) => {
    const found = await button(peer);
    await waitFor(() => {
      expect(found).not.toHaveAttribute('aria-disabled', 'true');
    });
    return found;
  };
  const requests = () => fakeCluster.writes.map(({ url, body }) => [/nodereports\/([^?]+)/.exec(url)?.[1], body]);
  /** The agents answer as soon as the page looks. */
  const answerWith = (answers: Readonly<Record<string, object>>): void => {
    fakeCluster.takeWrites(({ body }) => {
      const [{ value }] = body as [{ value: { flowTest: { requestedAt: string } } }];
      const { requestedAt } = value.flowTest;
      const reports = Object.entries(answers).map(([name, peer]) =>
        reportObject(name, { status: { flowTest: { requestedAt, peers: [peer] } } }),
      );
      fakeCluster.serve('nodereports', reports);
      return {};
    });
  };
  const testedAt = '2026-11-22T12:00:00Z';

  it('asks both nodes of a pair, and tells what each direction came to', async () => {
    answerWith({
      a: { peer: 'worker-7', state: 'tested', testedAt, open: ['vxlan-IPv4'] },
      'worker-7': { peer: 'a', state: 'tested', testedAt, open: ['typha-IPv4'], blocked: ['vxlan-IPv4'] },
    });
    show('vxlan-port-open');
    await userEvent.click(await enabled('worker-7'));
    const list = await screen.findByRole('list', { name: 'Tested again' });
    await waitFor(
      () => {
        expect(
          within(list)
            .getAllByRole('listitem')
            .map((item) => item.textContent.trim()),
        ).toEqual([
          'From a to worker-7 Open: VXLAN: UDP 4789 tested at 2026-11-22T12:00:00.000Z',
          'From worker-7 to a Blocked: VXLAN: UDP 4789 tested at 2026-11-22T12:00:00.000Z',
        ]);
      },
      { timeout: 10_000 },
    );
    expect(screen.getByText('Tested again: 1 of 2 open')).toBeVisible();
    expect(requests()).toMatchObject([
      ['a', [{ op: 'add', path: '/spec', value: { flowTest: { peers: ['worker-7'] } } }]],
      ['worker-7', [{ op: 'add', path: '/spec', value: { flowTest: { peers: ['a'] } } }]],
    ]);
  });

  it('asks a node for all with which it fails at once, and waits for each', async () => {
    answerWith({ a: { peer: 'worker-7', state: 'not-in-list' } });
    show('vxlan-port-open');
    await enabled('worker-7');
    await userEvent.click(screen.getByRole('button', { name: 'Test all 2 again now: a' }));
    await waitFor(
      () => {
        expect(screen.getByRole('list', { name: 'Tested again' })).toHaveTextContent(
          'Not tested: the agent does not know the node yet.',
        );
      },
      { timeout: 10_000 },
    );
    expect(screen.getByText('Testing again, 1 of 2 not answered yet')).toBeVisible();
    expect(await button('worker-7')).toHaveAttribute('aria-disabled', 'true');
    expect(requests()).toMatchObject([['a', [{ value: { flowTest: { peers: ['worker-7', 'worker-8'] } } }]]]);
  });

  it('says what the API refuses', async () => {
    fakeCluster.takeWrites(() => {
      throw Object.assign(new Error('Forbidden'), { code: 403, response: { status: 403 } });
    });
    show('vxlan-port-open');
    await userEvent.click(await enabled('worker-7'));
    await waitFor(() => {
      expect(screen.getByRole('list', { name: 'Tested again' })).toHaveTextContent(
        'Permission to patch NodeReports is required to ask for a test.',
      );
    });
  });

  it.each([
    ['has', 0],
    ['has not', 1],
  ])('keeps the focus when it becomes known that the user %s the right', async (_, refused) => {
    if (refused === 1) fakeCluster.refuse('patch nodereports');
    show('vxlan-port-open');
    const found = screen.getByRole('button', { name: 'Test again now: worker-7' });
    found.focus();
    await waitFor(() => {
      expect(fakeCluster.askedRights).toContain('patch nodereports');
    });
    await act(() => Promise.resolve());
    expect(found).toHaveFocus();
    expect(await button('worker-7')).toBe(found);
  });

  it('is not to be had without the right, and says so', async () => {
    fakeCluster.refuse('patch nodereports');
    show('vxlan-port-open');
    await waitFor(() => {
      expect(fakeCluster.askedRights).toContain('patch nodereports');
    });
    const found = await button('worker-7');
    await act(() => Promise.resolve());
    await userEvent.hover(found);
    // It fades in.
    await waitFor(() => {
      expect(screen.getByText('Permission to patch NodeReports is required to ask for a test.')).toBeVisible();
    });
    await userEvent.click(found);
    expect(fakeCluster.writes).toEqual([]);
  });

  it('is not offered for a name that no Node has', () => {
    const [vxlan] = tests.flows;
    show('vxlan-port-open', { ...tests, flows: [{ ...vxlan, failing: [{ ...peer, peer: '<img>' }] }] });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

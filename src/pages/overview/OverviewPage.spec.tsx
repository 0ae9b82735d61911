import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReportedFinding } from '@calico-readiness/requirements';
import { fakeCluster } from '../../testing/fake-cluster';
import { MemoryRouter } from '../../console/router';
import { nodeObject, poolObject } from '../../testing/cluster-objects';
import { finding, reportObject, untestedFlows } from '../../testing/reports';
import { OverviewPage } from './OverviewPage';

const report = (name: string, findings: readonly ReportedFinding[] = [], age = 60) =>
  reportObject(name, { findings, age, now: Date.now() });

const renderPage = () =>
  render(
    <MemoryRouter initialEntries={['/calico-readiness']}>
      <OverviewPage />
    </MemoryRouter>,
  );

const serve = (names: readonly string[], reports: readonly unknown[]) => {
  fakeCluster.serve(
    'nodes',
    names.map((name) => nodeObject(name)),
  );
  fakeCluster.serve('nodereports', reports);
};

describe('OverviewPage', () => {
  it('counts every node of the Node list under one of five verdicts', async () => {
    serve(
      ['a', 'b', 'c', 'd', 'e', 'f'],
      [
        report('a'),
        report('b', [finding('firewalld-disabled Fail FirewalldActive')]),
        report('c', [finding('firewalld-disabled Unknown EvidenceDenied')]),
        report('d', [], 9999),
        report('f', untestedFlows()),
      ],
    );
    renderPage();
    const verdicts = await screen.findByRole('region', { name: 'Verdicts' });
    for (const [count, verdict] of [
      [2, 'Ready'],
      [1, 'Not ready'],
      [1, 'Unknown'],
      [1, 'Stale'],
      [1, 'No report'],
    ] as const) {
      expect(within(verdicts).getByRole('link', { name: `${String(count)} ${verdict}: show the nodes` })).toBeVisible();
    }
    expect(verdicts).toHaveTextContent('3 verified');
    expect(verdicts).toHaveTextContent('3 not verified');
    expect(verdicts).toHaveTextContent('Counted against the Node list: 6 nodes, 5 reports');
  });

  describe('of many causes', () => {
    const causes = async () => {
      const region = await screen.findByRole('region', { name: 'Causes' });
      return { region, rows: () => within(region).getAllByRole('row').length - 1 };
    };
    const serveMany = () => {
      serve(
        ['a'],
        [
          report(
            'a',
            Array.from({ length: 12 }, (_, at) => finding(`later-${String(at)} Fail Whatever`)),
          ),
        ],
      );
    };

    it('shows ten, and the others when it is asked to', async () => {
      serveMany();
      renderPage();
      const { region, rows } = await causes();
      expect(rows()).toBe(10);
      const more = within(region).getByRole('button', { name: 'Show all 12 causes' });
      more.focus();
      await userEvent.keyboard('{Enter}');
      expect(rows()).toBe(12);
      expect(await within(region).findByRole('heading', { name: /^Causes/ })).toBeVisible();
      await vi.waitFor(() => expect(within(region).getByRole('heading', { name: /^Causes/ })).toHaveFocus());
    });

    it('prints all of them', async () => {
      serveMany();
      renderPage();
      const { region, rows } = await causes();
      act(() => {
        fireEvent(window, new Event('beforeprint'));
      });
      expect(rows()).toBe(12);
      expect(within(region).queryByRole('button', { name: /^Show all/ })).toBeNull();
      act(() => {
        fireEvent(window, new Event('afterprint'));
      });
      expect(rows()).toBe(10);
    });
  });

  it('leads from a cause to its nodes and to its guide', async () => {
    fakeCluster.serve('machineconfigpools', [poolObject('worker')]);
    serve(
      ['a', 'b'],
      [
        report('a', [finding('firewalld-disabled Fail FirewalldActive', { since: '2026-11-21T16:10:00Z' })]),
        report('b'),
      ],
    );
    renderPage();
    const causes = await screen.findByRole('grid', { name: 'Causes' });
    const [, row] = within(causes).getAllByRole('row');
    expect(row).toHaveTextContent('firewalld-disabled');
    expect(row).toHaveTextContent('worker 1');
    expect(row).toHaveTextContent('2026-11-21T16:10:00.000Z');
    const [cause, guide] = within(row!).getAllByRole('link');
    expect(cause).toHaveAttribute(
      'href',
      '/calico-readiness/nodes?requirement=firewalld-disabled&reason=FirewalldActive',
    );
    expect(guide).toHaveAttribute('href', '/calico-readiness/guides/firewalld');
  });

  it('says which causes do not block', async () => {
    serve(['a'], [report('a', [finding('linux-distribution-supported Warn NotListed')])]);
    renderPage();
    const causes = await screen.findByRole('grid', { name: 'Causes' });
    expect(within(causes).getByText('Does not block')).toBeVisible();
  });

  it('names the source of every field of the profile', async () => {
    serve(['a'], [report('a')]);
    renderPage();
    const profile = await screen.findByRole('region', { name: 'Cluster profile' });
    const fields = within(profile)
      .getAllByRole('term')
      .map((term) => term.textContent);
    expect(fields).toEqual([
      'Calico',
      'Dataplane',
      'Encapsulation',
      'BGP',
      'IP families',
      'kube-proxy',
      'WireGuard',
      'SCTP',
      'Typha',
      'Ports',
    ]);
    expect(within(profile).getAllByText('Defaulted')).toHaveLength(fields.length);
  });

  it.each([
    ['leads who may to the policy', [], true],
    ['does not offer the policy to who may not change it', ['patch readinesspolicies'], false],
  ] as const)('%s', async (_title, refused, isOffered) => {
    fakeCluster.refuse(...refused);
    serve(['a'], [report('a')]);
    renderPage();
    const profile = await screen.findByRole('region', { name: 'Cluster profile' });
    await within(profile).findByRole('button', { name: 'Try another profile' });
    if (isOffered)
      expect(await within(profile).findByRole('link', { name: 'Edit policy' })).toHaveAttribute(
        'href',
        '/calico-readiness/policy',
      );
    else expect(within(profile).queryByRole('link', { name: 'Edit policy' })).toBeNull();
  });

  it('is calm when all nodes are ready, and does not hide that flows are untested', async () => {
    serve(['a', 'b'], [report('a', untestedFlows()), report('b', untestedFlows())]);
    renderPage();
    expect(await screen.findByRole('heading', { name: 'All 2 nodes are ready' })).toBeVisible();
    expect(screen.getByText('Every node has a current report. Connectivity is not verified on 2 nodes.')).toBeVisible();
  });

  it('does not call a fleet ready in which a report is stale', async () => {
    serve(['a', 'b'], [report('a'), report('b', [], 9999)]);
    renderPage();
    await screen.findByRole('region', { name: 'Verdicts' });
    expect(screen.queryByRole('heading', { name: /are ready/ })).toBeNull();
  });

  it('shows no total while pages are missing', async () => {
    const many = Array.from({ length: 600 }, (_, index) => `n${String(index)}`);
    serve(many, []);
    fakeCluster.serve(
      'nodereports',
      many.map((name) => report(name)),
      100,
    );
    renderPage();
    expect(await screen.findByText('Loading 100 of 600; totals follow')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Verdicts' })).toBeNull();
  });

  it.each<[string, () => void, string]>([
    [
      'there are no reports',
      () => {
        serve(['a', 'b'], []);
      },
      'No reports yet',
    ],
    [
      'there are no nodes',
      () => {
        serve([], []);
      },
      'No nodes',
    ],
    [
      'the kind is not installed',
      () => {
        fakeCluster.serve('nodes', [nodeObject('a')]);
      },
      'NodeReport is not installed in this cluster',
    ],
    [
      'the user may not see reports',
      () => {
        serve(['a'], []);
        fakeCluster.fail('nodereports', 403, 'no');
      },
      'Permission to list nodereports is required',
    ],
    [
      'the user may not see nodes',
      () => {
        serve(['a'], []);
        fakeCluster.fail('nodes', 403, 'no');
      },
      'Permission to list nodes is required',
    ],
    [
      'the API is in trouble',
      () => {
        serve(['a'], []);
        fakeCluster.fail('nodereports', 504, 'slow');
      },
      'nodereports could not be loaded',
    ],
  ])('says so when %s', async (_title, arrange, heading) => {
    arrange();
    renderPage();
    expect(await screen.findByRole('heading', { name: new RegExp(heading) })).toBeVisible();
  });

  it('shows hostile strings as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    serve(['a'], [report('a', [{ requirement: hostile, verdict: 'Fail', reason: hostile, observed: hostile }])]);
    renderPage();
    const causes = await screen.findByRole('grid', { name: 'Causes' });
    expect(within(causes).getByRole('link', { name: hostile })).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });

  it('marks the current tab and links to the others', async () => {
    serve(['a'], [report('a')]);
    renderPage();
    const tabs = screen.getByRole('navigation', { name: 'Calico readiness pages' });
    expect(within(tabs).getByRole('link', { current: 'page' })).toHaveTextContent('Overview');
    expect(within(tabs).getByRole('link', { name: 'Nodes' })).toHaveAttribute('href', '/calico-readiness/nodes');
    await screen.findByRole('region', { name: 'Verdicts' });
  });
});

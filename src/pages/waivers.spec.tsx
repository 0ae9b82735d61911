import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from '../console/router';
import { nodeObject } from '../testing/cluster-objects';
import { fakeCluster } from '../testing/fake-cluster';
import { finding, reportObject } from '../testing/reports';
import { NodesPage } from './nodes/NodesPage';
import { OverviewPage } from './overview/OverviewPage';

const firewalld = finding('firewalld-disabled Fail FirewalldActive', { observed: 'active, enabled' });
const policiesUrl = '/api/kubernetes/apis/calicoreadiness.io/v1alpha1/readinesspolicies';
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const waiver = (changes: object = {}) => ({
  requirement: 'firewalld-disabled',
  reason: 'moves to nftables',
  owner: 'network team',
  expiry: tomorrow,
  ...changes,
});
let version = 1;
const servePolicy = (waivers: readonly object[]) => {
  version += 1;
  const metadata = { name: 'cluster', resourceVersion: String(version) };
  fakeCluster.serve('readinesspolicies', [{ kind: 'ReadinessPolicy', metadata, spec: { waivers } }]);
};
const serveNodes = () => {
  const names = ['w1', 'w2', 'w3'];
  fakeCluster.serve(
    'nodes',
    names.map((name) => nodeObject(name, { labels: { 'kubernetes.io/hostname': name } })),
  );
  fakeCluster.serve(
    'nodereports',
    names.map((name) => reportObject(name, { now: Date.now(), findings: name === 'w3' ? [] : [firewalld] })),
  );
};
/** Takes what is written as an API would: dry runs change nothing. */
const takePatches = (waivers: object[]) => {
  fakeCluster.takeWrites(({ url, body }) => {
    if (!url.startsWith(policiesUrl)) throw Object.assign(new Error('not served'), { code: 404 });
    if (url.includes('dryRun')) return {};
    const [, operation] = body as readonly { op: string; path: string; value?: object }[];
    if (operation?.op === 'add') waivers.push(operation.value!);
    else waivers.splice(Number(operation?.path.split('/').at(-1)), 1);
    servePolicy([...waivers]);
    return {};
  });
};
const openPanel = (search = '?cell=w1/firewalld-disabled') =>
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/nodes${search}`]}>
      <NodesPage />
    </MemoryRouter>,
  );
const openOverview = () =>
  render(
    <MemoryRouter initialEntries={['/calico-readiness']}>
      <OverviewPage />
    </MemoryRouter>,
  );
const panel = () => screen.findByRole('region', { name: 'Waiver' });
const verdictOf = (node: string) => {
  const row = screen.getAllByRole('row').find((candidate) => within(candidate).queryByRole('link', { name: node }));
  return within(row!).getAllByRole('gridcell')[0];
};

describe('waivers', () => {
  it('mark the cell with its verdict and until when, and its node as ready with waivers', async () => {
    serveNodes();
    servePolicy([waiver({ nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'w1' } } })]);
    openPanel('');
    expect(await screen.findByRole('gridcell', { name: /, Fail, waived until .*, w1$/ })).toHaveTextContent('Fail');
    expect(screen.getByRole('gridcell', { name: /firewalld.*, Fail, w2$/i })).toBeVisible();
    expect(verdictOf('w1')).toHaveTextContent('Ready with waivers');
    expect(verdictOf('w2')).toHaveTextContent('Not ready');
    expect(verdictOf('w3')).toHaveTextContent(/^Ready(?! with)/);
  });

  it('are counted apart on the overview, and listed with what each comes to', async () => {
    serveNodes();
    servePolicy([
      waiver({ nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'w1' } } }),
      waiver({ expiry: '2020-01-01T00:00:00Z' }),
      waiver({ requirement: 'ebpf' }),
      waiver({ nodeSelector: { matchExpressions: [{ key: 'a', operator: 'Gt' }] } }),
    ]);
    openOverview();
    expect(await screen.findByRole('link', { name: '1 Ready with waivers: show the nodes' })).toBeVisible();
    expect(screen.getByRole('link', { name: '1 Not ready: show the nodes' })).toBeVisible();
    expect(screen.getByRole('link', { name: '1 Ready: show the nodes' })).toBeVisible();
    expect(screen.getByText('1 node waived')).toBeVisible();
    const rows = within(screen.getByRole('grid', { name: 'Waivers' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows[0]).toHaveTextContent(/Covers 1 node, waived until/);
    expect(rows[1]).toHaveTextContent(/Ended on/);
    expect(rows[2]).toHaveTextContent('Covers no node.');
    expect(rows[3]).toHaveTextContent(/Invalid, covers nothing: an operator of matchExpressions/);
  });

  it('are made from the panel after a dry run, and ended there', async () => {
    serveNodes();
    const waivers: object[] = [];
    servePolicy(waivers);
    takePatches(waivers);
    openPanel();
    await userEvent.click(within(await panel()).getByRole('button', { name: 'Waive this requirement' }));
    const create = await within(await panel()).findByRole('button', { name: 'Create the waiver' });
    expect(create).toBeDisabled();
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'moves to nftables');
    await userEvent.type(screen.getByRole('textbox', { name: /Owner/ }), 'network team');
    await userEvent.click(screen.getByRole('radio', { name: 'All nodes' }));
    await userEvent.click(create);
    expect(await within(await panel()).findByText(/^waived until/)).toBeVisible();
    const written = fakeCluster.writes.filter(({ url }) => url.startsWith(policiesUrl));
    expect(written.map(({ url }) => url.includes('dryRun=All'))).toEqual([true, false]);
    expect(waivers).toMatchObject([{ requirement: 'firewalld-disabled', owner: 'network team' }]);
    expect(verdictOf('w2')).toHaveTextContent('Ready with waivers');

    await userEvent.click(within(await panel()).getByRole('button', { name: 'End the waiver' }));
    const dialog = await screen.findByRole('dialog', { name: /End the waiver\?/ });
    expect(dialog).toHaveTextContent('The finding counts again on 2 nodes.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'End the waiver' }));
    await waitFor(() => {
      expect(verdictOf('w2')).toHaveTextContent('Not ready');
    });
    expect(waivers).toEqual([]);
  });

  it.each([
    [true, 'auto'],
    [false, 'smooth'],
  ])('open their form in view with the focus in it, and give it back (reduced motion: %s)', async (isReduced, how) => {
    const listening = { addEventListener: () => undefined, removeEventListener: () => undefined };
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: isReduced && query.includes('reduce'), ...listening }));
    const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
    serveNodes();
    servePolicy([]);
    openPanel();
    await userEvent.click(within(await panel()).getByRole('button', { name: 'Waive this requirement' }));
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveFocus();
    });
    const form = screen.getByRole('form', { name: 'Waive this requirement' });
    expect(scrolled.mock.contexts).toContain(form);
    expect(scrolled).toHaveBeenCalledWith({ block: 'nearest', behavior: how });
    const cancelAndOpenAgain = async () => {
      await userEvent.click(within(await panel()).getByRole('button', { name: 'Cancel' }));
      const opener = within(await panel()).getByRole('button', { name: 'Waive this requirement' });
      await waitFor(() => {
        expect(opener).toHaveFocus();
      });
      await userEvent.click(opener);
      expect(await screen.findByRole('textbox', { name: /Reason/ })).toHaveFocus();
    };
    await cancelAndOpenAgain();
    await cancelAndOpenAgain();
    vi.unstubAllGlobals();
    scrolled.mockRestore();
  });

  it('overwrite nothing that changed in the meantime, and say so', async () => {
    serveNodes();
    servePolicy([]);
    fakeCluster.takeWrites(({ url }) => {
      if (url.includes('selfsubjectreviews')) return { status: { userInfo: { username: 'alice' } } };
      throw Object.assign(new Error('the object has been modified'), { code: 409, json: { reason: 'Conflict' } });
    });
    openPanel();
    await userEvent.click(within(await panel()).getByRole('button', { name: 'Waive this requirement' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /Reason/ }), 'later');
    expect(screen.getByRole('textbox', { name: /Owner/ })).toHaveValue('alice');
    await userEvent.click(screen.getByRole('button', { name: 'Create the waiver' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was overwritten.');
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveValue('later');
    expect(fakeCluster.writes.filter(({ url }) => !url.includes('dryRun') && url.startsWith(policiesUrl))).toEqual([]);
  });

  it('cannot be made without permission, which is named, and there is YAML to hand on', async () => {
    serveNodes();
    servePolicy([waiver({ nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'w2' } } })]);
    fakeCluster.refuse('patch readinesspolicies');
    openPanel();
    expect(await screen.findByText(/^Permission to patch ReadinessPolicies is required to waive it/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Waive this requirement' }));
    expect(screen.queryByRole('button', { name: 'Create the waiver' })).toBeNull();
    await userEvent.type(await screen.findByRole('textbox', { name: /Reason/ }), 'later');
    await userEvent.type(screen.getByRole('textbox', { name: /Owner/ }), 'me');
    expect(screen.getByRole('group', { name: 'YAML of the waiver' })).toHaveTextContent(
      /oc edit readinesspolicy cluster.*requirement: firewalld-disabled/,
    );
  });

  it('count for nothing where the user may not see them, and the overview says so', async () => {
    serveNodes();
    fakeCluster.fail('readinesspolicies', 403, 'forbidden');
    openOverview();
    expect(await screen.findByText(/^Waivers cannot be read/)).toBeVisible();
    expect(screen.getByRole('link', { name: '2 Not ready: show the nodes' })).toBeVisible();
  });
});

import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { declareProfile } from '@calico-readiness/requirements';
import { MemoryRouter, Route, Routes } from '../../console/router';
import { nodeObject } from '../../testing/cluster-objects';
import { fakeCluster } from '../../testing/fake-cluster';
import { judgedReport } from '../../testing/reports';
import { keptDraft } from './kept-draft';
import { PolicyPage } from './PolicyPage';

const waiver = {
  requirement: 'firewalld-disabled',
  nodeSelector: { matchLabels: { zone: 'a' } },
  reason: 'waits for the change window',
  owner: 'network team',
  expiry: '2999-01-01T00:00:00Z',
};

const policyOf = (spec: object, version = '7', generation = 1) => ({
  apiVersion: 'calicoreadiness.io/v1alpha1',
  kind: 'ReadinessPolicy',
  metadata: { name: 'cluster', uid: 'u', resourceVersion: version, generation },
  spec,
  status: {
    profile: {
      ...declareProfile({ bgp: false }, 'ReadinessPolicy cluster'),
      encapsulation: { value: ['VXLAN'], source: 'detected', from: 'IPPool default' },
    },
  },
});

const serve = (...policies: readonly object[]) => {
  fakeCluster.serve('readinesspolicies', policies);
};

const renderPage = () =>
  render(
    <MemoryRouter initialEntries={['/calico-readiness/policy']}>
      <Routes>
        <Route path="/calico-readiness/policy" element={<PolicyPage />} />
        <Route path="/calico-readiness" element={<p>The overview</p>} />
      </Routes>
    </MemoryRouter>,
  );

/** What the API refuses a request with, as the console hands it on. */
const refusal = (code: number, json: object) =>
  Object.assign(new Error('refused'), { code, response: { status: code }, json: { code, ...json } });

const form = () => screen.findByRole('form', { name: 'Policy' });
const save = () => screen.getByRole('button', { name: 'Save' });
const patches = () => fakeCluster.writes.filter(({ method }) => method === 'PATCH');
const user = userEvent.setup({ delay: null });

/** In one go: each letter would draw the whole form. */
const fill = async (element: HTMLElement, text: string) => {
  await user.click(element);
  await user.paste(text);
};

/** Lets the page write; who the user is has its own answer. */
const takeWrites = (answer: (body: unknown) => unknown = () => ({})) => {
  fakeCluster.takeWrites(({ url, body }) =>
    url.includes('selfsubjectreviews') ? { status: { userInfo: { username: 'jane' } } } : answer(body),
  );
};

afterEach(() => {
  keptDraft.set(undefined);
});

describe('the form of the policy', () => {
  it('waits for the policy', async () => {
    fakeCluster.hold('readinesspolicies');
    renderPage();
    expect(await screen.findByRole('progressbar', { name: 'Loading the policy' })).toBeVisible();
  });

  it('names the right that it takes to read the policy', async () => {
    fakeCluster.fail('readinesspolicies', 403, 'no');
    renderPage();
    expect(
      await screen.findByRole('heading', { name: 'Permission to list readinesspolicies is required' }),
    ).toBeVisible();
  });

  it('says what holds for a field that declares nothing', async () => {
    takeWrites();
    serve(policyOf({ profile: { bgp: false } }));
    renderPage();
    expect(await screen.findByRole('combobox', { name: 'Encapsulation' })).toHaveDisplayValue('Detected: VXLAN');
    expect(screen.getByRole('combobox', { name: 'Encapsulation' })).toHaveAccessibleDescription(
      'Detected: IPPool default',
    );
    expect(screen.getByRole('combobox', { name: 'Calico' })).toHaveDisplayValue('Default: v3.25');
    expect(screen.getByRole('combobox', { name: 'BGP' })).toHaveDisplayValue('Off');
    expect(save()).toBeDisabled();
  });

  it('writes what changed and nothing else, after a dry run, in the version that was seen', async () => {
    const spec = { profile: { bgp: false, later: 1 }, waivers: [waiver], unknown: 'stays' };
    const saved = policyOf({ ...spec, profile: { bgp: false, later: 1, encapsulation: ['IPIP', 'VXLAN'] } }, '8', 2);
    takeWrites(() => saved);
    serve(policyOf(spec));
    renderPage();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Encapsulation' }), 'IPIP, VXLAN');
    expect(await form()).toHaveTextContent('Encapsulation: Detect → IPIP, VXLAN');
    expect(screen.getByRole('link', { name: /what would change/ })).toHaveAttribute(
      'href',
      '/calico-readiness/nodes?whatif=encapsulation%3AIPIP-VXLAN',
    );
    await user.click(save());
    expect(await screen.findByText('The policy is saved')).toBeVisible();
    expect(patches().map(({ url }) => url.includes('dryRun=All'))).toEqual([true, false]);
    expect(patches()[1]?.body).toEqual([
      { op: 'add', path: '/metadata/resourceVersion', value: '7' },
      { op: 'add', path: '/spec/profile', value: { bgp: false, later: 1, encapsulation: ['IPIP', 'VXLAN'] } },
    ]);
    // The watch still has the former policy, which is no change of others.
    expect(screen.queryByText('The policy was changed in the meantime')).toBeNull();
    expect(save()).toBeDisabled();
  });

  it('says on how many nodes the profile differs, once somebody has changed it', async () => {
    const profiles = [['VXLAN'], ['VXLAN'], ['IPIP']].map((encapsulation) => ({
      bgp: false,
      encapsulation: encapsulation as ('IPIP' | 'VXLAN')[],
    }));
    fakeCluster.serve(
      'nodes',
      profiles.map((_, index) => nodeObject(`node-${String(index)}`)),
    );
    fakeCluster.serve(
      'nodereports',
      profiles.map((profile, index) =>
        judgedReport(`node-${String(index)}`, { profile: declareProfile(profile, 'test') }),
      ),
    );
    serve(policyOf({ profile: { bgp: false } }));
    renderPage();
    const encapsulation = await screen.findByRole('combobox', { name: 'Encapsulation' });
    expect(screen.queryByText(/Profile differs/)).toBeNull();
    await user.selectOptions(encapsulation, 'IPIP');
    expect(await screen.findByText('Profile differs on 2 nodes')).toBeVisible();
    await user.selectOptions(encapsulation, 'IPIP, VXLAN');
    expect(await screen.findByText('Profile differs on 3 nodes')).toBeVisible();
  });

  it('adds, changes and ends waivers', async () => {
    takeWrites(() => policyOf({}, '8', 2));
    serve(policyOf({ waivers: [waiver, { ...waiver, requirement: 'kernel-version-supported' }] }));
    renderPage();
    const first = await screen.findByRole('region', { name: 'Waiver 1' });
    expect(within(first).getByLabelText(/^Nodes/)).toHaveValue('zone=a');
    await user.clear(within(first).getByLabelText(/^Reason/));
    await fill(within(first).getByLabelText(/^Reason/), 'moves to nftables');
    await user.click(screen.getByRole('button', { name: 'End waiver 2' }));
    await user.click(screen.getByRole('button', { name: 'Add a waiver' }));
    const added = screen.getByRole('region', { name: 'Waiver 2' });
    await waitFor(() => {
      expect(within(added).getByLabelText(/^Requirement/)).toHaveFocus();
    });
    await user.selectOptions(within(added).getByLabelText(/^Requirement/), 'ebpf-btf');
    await fill(within(added).getByLabelText(/^Nodes/), 'zone in (a,b),!gpu');
    await user.click(save());
    // What is missing is said beside its field, and the first of them has the focus.
    expect(within(added).getByText('reason is empty')).toBeVisible();
    await waitFor(() => {
      expect(within(added).getByLabelText(/^Reason/)).toHaveFocus();
    });
    expect(patches()).toEqual([]);
    await fill(within(added).getByLabelText(/^Reason/), 'new kernel in spring');
    expect(await form()).toHaveTextContent('Ended waiver: kernel-version-supported');
    await user.click(save());
    await screen.findByText('The policy is saved');
    expect(patches()[1]?.body).toMatchObject([
      {},
      {
        path: '/spec/waivers',
        value: [
          { ...waiver, reason: 'moves to nftables' },
          {
            requirement: 'ebpf-btf',
            nodeSelector: {
              matchExpressions: [
                { key: 'zone', operator: 'In', values: ['a', 'b'] },
                { key: 'gpu', operator: 'DoesNotExist' },
              ],
            },
            owner: 'jane',
          },
        ],
      },
    ]);
  });

  it('says beside a field what is wrong with it, and asks nobody', async () => {
    takeWrites();
    serve(policyOf({}));
    renderPage();
    const interval = await screen.findByRole('textbox', { name: 'Report interval' });
    await fill(interval, '5');
    expect(interval).toHaveAccessibleDescription(/must be a whole number from 10 to 86400/);
    await fill(screen.getByRole('textbox', { name: 'BGP port' }), '5000');
    await fill(screen.getByRole('textbox', { name: 'Typha port' }), '5000');
    expect(screen.getByRole('textbox', { name: 'Typha port' })).toHaveAccessibleDescription(
      /is the port of bgp as well/,
    );
    await user.click(save());
    expect(patches()).toEqual([]);
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: 'Typha port' })).toHaveFocus();
    });
  });

  it('shows what the API says of a field at that field', async () => {
    takeWrites(() => {
      throw refusal(422, {
        reason: 'Invalid',
        message: 'ReadinessPolicy is invalid',
        details: {
          causes: [
            { field: 'spec.profile.dataplane', message: 'Unsupported value: "BPF"' },
            { field: 'metadata.labels', message: 'odd label' },
          ],
        },
      });
    });
    serve(policyOf({}));
    renderPage();
    const dataplane = await screen.findByRole('combobox', { name: 'Dataplane' });
    await user.selectOptions(dataplane, 'eBPF');
    await user.click(save());
    expect(await screen.findByText('The API does not accept it')).toBeVisible();
    expect(dataplane).toHaveAccessibleDescription(/Unsupported value: "BPF"/);
    expect(screen.getByText('metadata.labels: odd label')).toBeVisible();
    expect(dataplane).toHaveDisplayValue('eBPF');
    expect(patches()).toHaveLength(1);
  });

  it('keeps what was filled in when another user was faster, and puts it on top', async () => {
    takeWrites((body) => {
      if (JSON.stringify(body).includes('"7"')) throw refusal(409, { reason: 'Conflict', message: 'modified' });
      return policyOf({ reportIntervalSeconds: 60, profile: { bgp: true, sctp: true } }, '9', 3);
    });
    serve(policyOf({}));
    renderPage();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'SCTP' }), 'On');
    await user.click(save());
    expect(await screen.findByText('It was changed in the meantime')).toBeVisible();
    serve(policyOf({ reportIntervalSeconds: 60, profile: { bgp: true } }, '8', 2));
    await user.click(await screen.findByRole('button', { name: 'Put my changes on the current policy' }));
    expect(screen.getByRole('combobox', { name: 'SCTP' })).toHaveDisplayValue('On');
    expect(screen.getByRole('combobox', { name: 'BGP' })).toHaveDisplayValue('On');
    expect(screen.getByRole('textbox', { name: 'Report interval' })).toHaveValue('60');
    await user.click(save());
    await screen.findByText('The policy is saved');
    expect(patches().at(-1)?.body).toEqual([
      { op: 'add', path: '/metadata/resourceVersion', value: '8' },
      { op: 'add', path: '/spec/profile', value: { bgp: true, sctp: true } },
    ]);
  });

  it('takes a status that the controller writes for no conflict', async () => {
    takeWrites(() => policyOf({ profile: { sctp: true } }, '9', 2));
    serve(policyOf({}));
    renderPage();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'SCTP' }), 'On');
    serve(policyOf({}, '8'));
    await user.click(save());
    await screen.findByText('The policy is saved');
    expect(patches()[0]?.body).toMatchObject([{ value: '8' }, {}]);
  });

  it('names the right that it takes to write, and gives YAML to hand on', async () => {
    fakeCluster.refuse('patch readinesspolicies');
    takeWrites();
    serve(policyOf({}));
    renderPage();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'WireGuard' }), 'On');
    expect(await screen.findByText('Permission to patch readinesspolicies is required')).toBeVisible();
    expect(screen.getByRole('group', { name: 'YAML of the policy' })).toHaveTextContent('wireguard: true');
    expect(save()).toBeDisabled();
  });

  it('creates the policy where there is none, and begins its YAML with the default', async () => {
    takeWrites(() => policyOf({ reportIntervalSeconds: 900 }, '1', 1));
    serve();
    renderPage();
    await user.click(await screen.findByRole('button', { name: 'YAML' }));
    expect(screen.getByRole('textbox', { name: 'Code' })).toHaveDisplayValue(/Only what is declared here/);
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await screen.findByText('The policy is saved');
    const [, created] = fakeCluster.writes.filter(({ url }) => url.includes('readinesspolicies'));
    expect(created).toMatchObject({ method: 'POST', body: { metadata: { name: 'cluster' } } });
  });

  it('takes what was typed over into YAML and back', async () => {
    takeWrites();
    serve(policyOf({}));
    renderPage();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'WireGuard' }), 'On');
    await user.click(screen.getByRole('button', { name: 'YAML' }));
    const editor = screen.getByRole('textbox', { name: 'Code' });
    expect(editor).toHaveDisplayValue(/wireguard: true/);
    await user.clear(editor);
    await fill(editor, 'kind: [[');
    expect(await screen.findByText(/This is no YAML/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Form' })).toBeDisabled();
    await user.clear(editor);
    await user.paste(
      'apiVersion: calicoreadiness.io/v1alpha1\nkind: ReadinessPolicy\nmetadata:\n  name: cluster\nspec:\n  profile:\n    sctp: true\n',
    );
    await user.click(screen.getByRole('button', { name: 'Form' }));
    expect(screen.getByRole('combobox', { name: 'SCTP' })).toHaveDisplayValue('On');
    expect(screen.getByRole('combobox', { name: 'WireGuard' })).toHaveDisplayValue('Default: Off');
  });

  it('loses nothing when a person leaves, unless they say so', async () => {
    takeWrites();
    serve(policyOf({}));
    const { unmount } = renderPage();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'SCTP' }), 'On');
    unmount();
    renderPage();
    expect(await screen.findByText('Your unsaved changes are still here')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'SCTP' })).toHaveDisplayValue('On');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Discard' }));
    expect(await screen.findByText('The overview')).toBeVisible();
    await waitFor(() => {
      expect(keptDraft.get()).toBeUndefined();
    });
  });

  it('shows what the controller says is wrong', async () => {
    takeWrites();
    const policy = policyOf({});
    const conditions = [{ type: 'Accepted', status: 'False', message: 'spec.profile.dataplane is Nftables' }];
    serve({ ...policy, status: { ...policy.status, conditions } });
    renderPage();
    expect(await screen.findByText('spec.profile.dataplane is Nftables')).toBeVisible();
  });
});

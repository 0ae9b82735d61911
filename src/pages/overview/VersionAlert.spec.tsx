import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { declareProfile } from '@calico-readiness/requirements';
import { MemoryRouter } from '../../console/router';
import { nodeObject } from '../../testing/cluster-objects';
import { fakeCluster } from '../../testing/fake-cluster';
import { reportObject } from '../../testing/reports';
import { OverviewPage } from './OverviewPage';

const policy = (profile?: object, resourceVersion = '7') => ({
  apiVersion: 'calicoreadiness.io/v1alpha1',
  kind: 'ReadinessPolicy',
  metadata: { name: 'cluster', resourceVersion },
  spec: profile === undefined ? {} : { profile },
});

const serveReports = (profile = declareProfile({}, 'test')): void => {
  fakeCluster.serve('nodes', [nodeObject('a')]);
  fakeCluster.serve('nodereports', [reportObject('a', { now: Date.now(), status: { profile } })]);
};

const renderPage = () =>
  render(
    <MemoryRouter initialEntries={['/calico-readiness']}>
      <OverviewPage />
    </MemoryRouter>,
  );

const openDialog = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Declare the version' }));
  return screen.findByRole('dialog', { name: 'Declare the Calico version' });
};
const refused = (code: number, message: string) => Object.assign(new Error(message), { code, json: { message } });

describe('the Calico version that nobody declared', () => {
  it('is said on top, with the way to the profiles', async () => {
    serveReports();
    fakeCluster.serve('readinesspolicies', [policy()]);
    renderPage();
    expect(await screen.findByText('No Calico version is declared')).toBeVisible();
    expect(screen.getByText(/evaluated for Calico v3.25, the default/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Which Calico fits this cluster?' })).toHaveAttribute(
      'href',
      '/calico-readiness/profiles',
    );
  });

  it('is not spoken of where it is declared', async () => {
    serveReports(declareProfile({ calicoVersion: 'v3.30' }, 'ReadinessPolicy cluster'));
    renderPage();
    await screen.findByRole('region', { name: 'Verdicts' });
    expect(screen.queryByText('No Calico version is declared')).toBeNull();
  });

  it.each<[string, object | undefined, object]>([
    ['beside what is declared already', { bgp: false }, { path: '/spec/profile/calicoVersion', value: 'v3.32' }],
    ['where nothing is declared', undefined, { path: '/spec/profile', value: { calicoVersion: 'v3.32' } }],
  ])('is tried and then written %s', async (_where, profile, operation) => {
    serveReports();
    fakeCluster.serve('readinesspolicies', [policy(profile)]);
    fakeCluster.takeWrites();
    renderPage();
    const dialog = await openDialog();
    expect(within(dialog).getByLabelText('Calico version')).toHaveValue('v3.32');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Declare v3.32' }));
    const url = '/api/kubernetes/apis/calicoreadiness.io/v1alpha1/readinesspolicies/cluster';
    const body = [
      { op: 'replace', path: '/metadata/resourceVersion', value: '7' },
      { op: 'add', ...operation },
    ];
    expect(fakeCluster.writes).toEqual([
      { method: 'PATCH', url: `${url}?dryRun=All&fieldValidation=Strict`, body },
      { method: 'PATCH', url: `${url}?fieldValidation=Strict`, body },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => {
      fakeCluster.serve('readinesspolicies', [policy({ calicoVersion: 'v3.32' })]);
    });
    expect(await screen.findByText('Calico v3.32 is declared')).toBeVisible();
    expect(screen.getByText(/still evaluated for Calico v3.25/)).toBeVisible();
  });

  it('is written in a policy of its own where there is none', async () => {
    serveReports();
    fakeCluster.serve('readinesspolicies', []);
    fakeCluster.takeWrites();
    renderPage();
    const dialog = await openDialog();
    await userEvent.selectOptions(within(dialog).getByLabelText('Calico version'), 'v3.29');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Declare v3.29' }));
    expect(fakeCluster.writes.map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect(fakeCluster.writes[1]?.body).toMatchObject({ spec: { profile: { calicoVersion: 'v3.29' } } });
  });

  it('never overwrites what another user declared meanwhile, and writes nothing that the dry run refuses', async () => {
    serveReports();
    fakeCluster.serve('readinesspolicies', [policy()]);
    fakeCluster.takeWrites(() => {
      throw refused(409, 'the object has been modified');
    });
    renderPage();
    const dialog = await openDialog();
    act(() => {
      fakeCluster.serve('readinesspolicies', [policy({ calicoVersion: 'v3.30' }, '8')]);
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Declare v3.32' }));
    expect(await within(dialog).findByText(/It was changed in the meantime/)).toBeVisible();
    expect(within(dialog).getByText('the object has been modified')).toBeVisible();
    expect(fakeCluster.writes).toHaveLength(1);
    expect(fakeCluster.writes[0]?.body).toContainEqual({
      op: 'replace',
      path: '/metadata/resourceVersion',
      value: '7',
    });
  });

  it.each<[string, () => void]>([
    [
      'may not patch the policy',
      () => {
        fakeCluster.serve('readinesspolicies', [policy()]);
        fakeCluster.refuse('patch readinesspolicies');
      },
    ],
    ['may not read the policy', () => fakeCluster.fail('readinesspolicies', 403, 'no')],
  ])('is a command to hand on for who %s', async (_who, arrange) => {
    serveReports();
    arrange();
    renderPage();
    const dialog = await openDialog();
    expect(
      await within(dialog).findByDisplayValue(/^oc patch readinesspolicies\.calicoreadiness\.io cluster/),
    ).toHaveValue(
      `oc patch readinesspolicies.calicoreadiness.io cluster --type=merge --patch='{"spec":{"profile":{"calicoVersion":"v3.32"}}}'`,
    );
    expect(within(dialog).queryByRole('button', { name: /^Declare v/ })).toBeNull();
  });
});

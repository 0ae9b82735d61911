import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { machineConfig } from '@calico-readiness/requirements';
import type { MachineConfigPoolObject } from '../../../k8s/models';
import { MemoryRouter, Route, Routes } from '../../../console/router';
import { nodesOf, poolObject, reportsOf } from '../../../testing/cluster-objects';
import type { ReportingNode } from '../../../testing/cluster-objects';
import { fakeCluster } from '../../../testing/fake-cluster';
import { tunnelManaged } from '../../../testing/host-facts';
import { GuidePage } from '../GuidePage';

const name = '99-worker-calico-networkmanager';
const configsUrl = '/api/kubernetes/apis/machineconfiguration.openshift.io/v1/machineconfigs';
const documented = [
  '[keyfile]',
  'unmanaged-devices=interface-name:cali*;interface-name:tunl*;interface-name:vxlan.calico;interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali',
  '',
].join('\n');

const ours = (content = documented) => ({
  ...machineConfig({
    role: 'worker',
    guide: 'networkmanager',
    change: { files: [{ path: '/etc/NetworkManager/conf.d/calico.conf', content }], maskedUnits: [] },
  }),
});
const stored = (content?: string) => {
  const object = ours(content);
  return { ...object, metadata: { ...object.metadata, uid: 'uid-1', resourceVersion: '7' } };
};

/** A pool of which every node has what is applied. */
const updatedPool = (secondsAgo: number): MachineConfigPoolObject => {
  const configuration = { name: 'rendered-2', source: [{ name }] };
  const since = new Date(Date.now() - secondsAgo * 1000).toISOString();
  const pool = poolObject('worker');
  return {
    ...pool,
    spec: { ...pool.spec, configuration },
    status: {
      configuration,
      machineCount: 2,
      updatedMachineCount: 2,
      conditions: [{ type: 'Updated', status: 'True', lastTransitionTime: since }],
    },
  };
};

const serve = (
  nodes: readonly ReportingNode[],
  configs: readonly object[],
  pools: readonly object[] = [poolObject('worker')],
) => {
  fakeCluster.serve('nodes', nodesOf(nodes));
  fakeCluster.serve('nodereports', reportsOf(nodes));
  fakeCluster.serve('machineconfigpools', pools);
  fakeCluster.serve('machineconfigs', configs);
};
const affected: readonly ReportingNode[] = [{ name: 'w1', facts: tunnelManaged }, { name: 'w2' }];

const show = (query = '') =>
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/guides/networkmanager${query}`]}>
      <Routes>
        <Route path="/calico-readiness/guides/:guide" element={<GuidePage />} />
      </Routes>
    </MemoryRouter>,
  );

const refused = (code: number, reason: string, message: string) =>
  Object.assign(new Error(message), { code, json: { code, reason, message } });

const press = async (button: string | RegExp) => userEvent.click(await screen.findByRole('button', { name: button }));

describe('applying from a guide', () => {
  it('sends a strict dry run, then what was accepted, and nothing before', async () => {
    serve(affected, []);
    fakeCluster.takeWrites();
    show();
    await press('Dry run');
    expect(await screen.findByText('The API accepts it in a dry run')).toBeInTheDocument();
    expect(fakeCluster.writes).toEqual([
      { method: 'POST', url: `${configsUrl}?dryRun=All&fieldValidation=Strict`, body: ours() },
    ]);
    await press('Create and start the rollout');
    await userEvent.click(
      within(screen.getByRole('dialog', { name: new RegExp(`Create ${name}`) })).getByRole('button', {
        name: 'Create and start the rollout',
      }),
    );
    await waitFor(() => {
      expect(fakeCluster.writes[1]).toEqual({
        method: 'POST',
        url: `${configsUrl}?fieldValidation=Strict`,
        body: ours(),
      });
    });
  });

  it('updates with the version that was looked at, and says who was first', async () => {
    serve(affected, [stored('old\n')]);
    fakeCluster.takeWrites(({ url }) => {
      if (!url.includes('dryRun')) throw refused(409, 'Conflict', 'the object has been modified');
      return {};
    });
    show();
    await press('Dry run');
    await press('Update and start the rollout');
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: 'Update and start the rollout' }),
    );
    expect(await screen.findByText(/Nothing was overwritten/)).toBeInTheDocument();
    expect(fakeCluster.writes[1]).toMatchObject({
      method: 'PUT',
      url: `${configsUrl}/${name}?fieldValidation=Strict`,
      body: { metadata: { uid: 'uid-1', resourceVersion: '7' } },
    });
  });

  it.each([
    [refused(403, 'Forbidden', 'User "u" cannot create resource'), 'You do not have permission'],
    [refused(400, 'BadRequest', 'admission webhook "w" denied the request: no'), 'The cluster denies it'],
    [refused(400, 'BadRequest', 'strict decoding error: unknown field "spec.x"'), 'The API does not accept it'],
    [new Error('Call timed out.'), 'The dry run got no answer'],
  ])('says why a dry run failed, with the words of the API: %s', async (error, title) => {
    serve(affected, []);
    fakeCluster.takeWrites(() => {
      throw error;
    });
    show();
    await press('Dry run');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(error.message);
    expect(screen.getByRole('button', { name: 'Create and start the rollout' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('forgets a dry run when the object changes in between', async () => {
    serve(affected, []);
    fakeCluster.takeWrites();
    show();
    await press('Dry run');
    await screen.findByText('The API accepts it in a dry run');
    serve(affected, [stored('old\n')]);
    expect(await screen.findByText('It changed since the dry run. Run it again.')).toBeInTheDocument();
  });

  it('is green only when every node has reported since the last one was updated', async () => {
    const healthy = [
      { name: 'w1', age: 10 },
      { name: 'w2', age: 600 },
    ];
    serve(healthy, [stored()], [updatedPool(60)]);
    fakeCluster.takeWrites();
    show('?role=worker');
    expect(await screen.findByText(/Every pool is updated. 1 node has not reported since./)).toBeInTheDocument();
    await press('Ask 1 node to check again');
    expect(await screen.findByText('1 node was asked.')).toBeInTheDocument();
    expect(fakeCluster.writes).toEqual([
      {
        method: 'PATCH',
        url: '/api/kubernetes/apis/calicoreadiness.io/v1alpha1/nodereports/w2?fieldValidation=Strict',
        body: [{ op: 'add', path: '/spec', value: { recheckRequestedAt: expect.any(String) as string } }],
      },
    ]);
    serve(
      [
        { name: 'w1', age: 10 },
        { name: 'w2', age: 5 },
      ],
      [stored()],
      [updatedPool(60)],
    );
    expect(await screen.findByText('Verified on 2 of 2 nodes')).toBeInTheDocument();
  });

  it('asks a bounded number of agents at once', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({ name: `w${String(index)}`, age: 600 }));
    serve(many, [stored()], [updatedPool(60)]);
    fakeCluster.takeWrites();
    show('?role=worker');
    await press('Ask 100 nodes to check again');
    expect(await screen.findByText('100 nodes were asked.')).toBeInTheDocument();
    expect(fakeCluster.writes).toHaveLength(100);
  });

  it('deletes only the very object that was looked at', async () => {
    serve([{ name: 'w1', age: 10 }], [stored()], [updatedPool(60)]);
    fakeCluster.takeWrites();
    show('?role=worker');
    await press('Undo: delete the MachineConfig');
    expect(screen.getByRole('dialog')).toHaveTextContent('What the guide fixed comes back');
    await press('Delete and start the rollout');
    await waitFor(() => {
      expect(fakeCluster.writes).toEqual([
        {
          method: 'DELETE',
          url: `${configsUrl}/${name}`,
          body: { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid: 'uid-1', resourceVersion: '7' } },
        },
      ]);
    });
  });

  it('offers no button without the rights, and says which are missing', async () => {
    serve(
      [
        { name: 'w1', age: 10 },
        { name: 'w2', age: 600 },
      ],
      [stored()],
      [updatedPool(60)],
    );
    fakeCluster.refuse('delete machineconfigs', 'patch nodereports');
    show('?role=worker');
    expect(await screen.findByText(/Permission to delete MachineConfigs is required/)).toBeInTheDocument();
    expect(screen.getByText(/Permission to patch NodeReports is required/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Undo|Ask/ })).not.toBeInTheDocument();
  });

  it('finds what was applied before to a role that nothing leads to any more', async () => {
    serve([{ name: 'w1', age: 10 }], [stored()], [updatedPool(60), poolObject('master')]);
    show();
    expect(await screen.findByText('Verified on 1 of 1 nodes')).toBeInTheDocument();
  });

  it('says nothing of it on another Kubernetes', async () => {
    fakeCluster.serve('nodes', nodesOf(affected));
    fakeCluster.serve('nodereports', reportsOf(affected));
    show();
    expect(await screen.findByText(/^1 node affected/)).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Apply it from this page' })).not.toBeInTheDocument();
  });

  it('keeps what it shows when the list cannot be refreshed', async () => {
    serve(affected, [stored('old\n')]);
    show();
    await screen.findByRole('button', { name: 'Dry run' });
    fakeCluster.fail('machineconfigs', 500, 'etcdserver: request timed out');
    expect(await screen.findByText('The data shown cannot be refreshed')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Dry run' })).toBeInTheDocument();
  });

  it('keeps a rollout as of when the API was last heard, and says so, whatever list fails first', async () => {
    const pool = updatedPool(60);
    const updating = {
      ...pool,
      status: {
        ...pool.status,
        updatedMachineCount: 1,
        conditions: [{ type: 'Updating', status: 'True', lastTransitionTime: new Date().toISOString() }],
      },
    };
    serve([{ name: 'w1', age: 10 }, { name: 'w2' }], [stored()], [updating]);
    show('?role=worker');
    expect(await screen.findByText('The pools are being updated')).toBeInTheDocument();
    fakeCluster.fail('machineconfigpools', 503, 'connection refused');
    fakeCluster.fail('nodes', 503, 'connection refused');
    expect(await screen.findByText('The data shown cannot be refreshed', {}, { timeout: 5_000 })).toBeInTheDocument();
    expect(screen.getByText(/^It is as of/)).toBeInTheDocument();
    expect(screen.getByText('The pools are being updated')).toBeInTheDocument();
    expect(screen.getByRole('grid', { name: 'Rollout by pool' })).toHaveTextContent('1 of 2');
  });
});

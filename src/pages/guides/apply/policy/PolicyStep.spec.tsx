import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { machineConfig } from '@calico-readiness/requirements';
import type { MachineConfigPoolObject } from '../../../../k8s/models';
import { MemoryRouter, Route, Routes } from '../../../../console/router';
import { nodesOf, poolObject, reportsOf } from '../../../../testing/cluster-objects';
import { fakeCluster } from '../../../../testing/fake-cluster';
import { tunnelManaged } from '../../../../testing/host-facts';
import { GuidePage } from '../../GuidePage';

const name = '99-worker-calico-networkmanager';
const manager = `calico-readiness/${name}`;
const path = '/etc/NetworkManager/conf.d/calico.conf';
const url = '/api/kubernetes/apis/operator.openshift.io/v1/machineconfigurations/cluster';
const entry = { path, actions: [{ type: 'Reload', reload: { serviceName: 'NetworkManager.service' } }] };
const owner = (parts: object) => ({
  manager,
  operation: 'Apply',
  fieldsV1: { 'f:spec': { 'f:nodeDisruptionPolicy': { 'f:files': { [`k:{"path":"${path}"}`]: parts } } } },
});
const whole = { '.': {}, 'f:path': {}, 'f:actions': {} };

const cluster = (files: readonly object[] = [], inForce = files, metadata: object = {}) => ({
  metadata: { name: 'cluster', uid: 'uid-9', generation: 1, ...metadata },
  spec: files.length === 0 ? {} : { nodeDisruptionPolicy: { files } },
  status: { observedGeneration: 1, nodeDisruptionPolicyStatus: { clusterPolicies: { files: inForce } } },
});

interface Served {
  readonly configuration?: object;
  readonly configs?: readonly object[];
  readonly pools?: readonly MachineConfigPoolObject[];
}
const serve = ({ configuration, configs = [], pools = [poolObject('worker')] }: Served) => {
  const nodes = [{ name: 'w1', facts: tunnelManaged }, { name: 'w2' }];
  fakeCluster.serve('nodes', nodesOf(nodes));
  fakeCluster.serve('nodereports', reportsOf(nodes));
  fakeCluster.serve('machineconfigpools', pools);
  fakeCluster.serve('machineconfigs', configs);
  if (configuration !== undefined) fakeCluster.serve('machineconfigurations', [configuration]);
};
const applied = () => {
  const change = { files: [{ path, content: 'old\n' }], maskedUnits: [] };
  const object = machineConfig({ role: 'worker', guide: 'networkmanager', change });
  return { ...object, metadata: { ...object.metadata, uid: 'uid-1', resourceVersion: '7' } };
};

const show = (guide = 'networkmanager') =>
  render(
    <MemoryRouter initialEntries={[`/calico-readiness/guides/${guide}?role=worker`]}>
      <Routes>
        <Route path="/calico-readiness/guides/:guide" element={<GuidePage />} />
      </Routes>
    </MemoryRouter>,
  );
const press = async (button: string | RegExp) => userEvent.click(await screen.findByRole('button', { name: button }));
const inDialog = (title: string | RegExp) => within(screen.getByRole('dialog', { name: title }));
const refused = (code: number, reason: string, message: string) =>
  Object.assign(new Error(message), { code, json: { code, reason, message } });

describe('the node disruption policy of a guide', () => {
  it('is tried strictly, and applied with a manager of its own after one confirmation', async () => {
    serve({ configuration: cluster() });
    fakeCluster.takeWrites();
    show();
    expect(
      await screen.findByText('A node disruption policy can replace the reboot: reload NetworkManager.service.'),
    ).toBeInTheDocument();
    await press('Add the policy');
    const query = `fieldManager=${encodeURIComponent(manager)}`;
    const body = {
      apiVersion: 'operator.openshift.io/v1',
      kind: 'MachineConfiguration',
      metadata: { name: 'cluster', uid: 'uid-9' },
      spec: { nodeDisruptionPolicy: { files: [entry] } },
    };
    const dialog = await screen.findByRole('dialog', { name: /Add the node disruption policy/ });
    expect(dialog).toHaveTextContent(`${path}: reload NetworkManager.service`);
    expect(fakeCluster.writes).toEqual([
      { method: 'PATCH', url: `${url}?${query}&dryRun=All&fieldValidation=Strict`, body },
    ]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add the policy' }));
    expect(await screen.findByText(/Waiting for the Machine Config Operator to take over/)).toBeInTheDocument();
    expect(fakeCluster.writes[1]).toEqual({ method: 'PATCH', url: `${url}?${query}&fieldValidation=Strict`, body });
    expect(screen.getByRole('button', { name: 'Dry run' })).toHaveAttribute('aria-disabled', 'true');

    act(() => {
      serve({ configuration: cluster([entry]) });
    });
    expect(
      await screen.findByText('A node disruption policy replaces the reboot: reload NetworkManager.service.'),
    ).toBeInTheDocument();
    await press('Dry run');
    await press('Create and start the rollout');
    const confirmation = screen.getByRole('dialog', { name: new RegExp(`Create ${name}`) });
    expect(confirmation).toHaveTextContent(/Pool worker: reload NetworkManager.service on .* without a reboot/);
    expect(confirmation).not.toHaveTextContent('drained');
  });

  it('still speaks of a reboot where something else waits for the pool', async () => {
    const pool = poolObject('worker');
    const waiting = { ...pool, spec: { ...pool.spec, configuration: { name: 'rendered-2' } } };
    serve({ configuration: cluster([entry]), pools: [waiting] });
    fakeCluster.takeWrites();
    show();
    await press('Dry run');
    await press('Create and start the rollout');
    expect(screen.getByRole('dialog')).toHaveTextContent('drained and rebooted');
  });

  it.each([
    [
      refused(
        409,
        'Conflict',
        `Apply failed with 1 conflict: conflict with "kubectl-edit" using operator.openshift.io/v1: .spec.nodeDisruptionPolicy.files[path="${path}"].actions`,
      ),
      'Another manager has these fields',
    ],
    [refused(403, 'Forbidden', 'User "u" cannot patch resource'), 'You do not have permission'],
  ])('says why it is refused, and asks for no confirmation: %s', async (error, title) => {
    serve({ configuration: cluster() });
    fakeCluster.takeWrites(() => {
      throw error;
    });
    show();
    await press('Add the policy');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(error.message);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(fakeCluster.writes).toHaveLength(1);
  });

  it('is not offered without the right, which it names', async () => {
    serve({ configuration: cluster() });
    fakeCluster.refuse('patch machineconfigurations');
    show();
    expect(await screen.findByText(/Permission to patch MachineConfigurations is required to add/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Add the policy' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Dry run' })).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('lets the user go on with a reboot when the operator takes too long', async () => {
    serve({ configuration: cluster() });
    show();
    await screen.findByRole('button', { name: 'Add the policy' });
    vi.useFakeTimers();
    try {
      act(() => {
        serve({ configuration: cluster([entry], []) });
      });
      expect(screen.getByText(/Waiting for the Machine Config Operator/)).toBeInTheDocument();
      expect(screen.getByRole('button', { name: 'Dry run' })).toHaveAttribute('aria-disabled', 'true');
      await act(async () => {
        await vi.advanceTimersByTimeAsync(60_000);
      });
      expect(screen.getByText(/has not taken over the node disruption policy yet/)).toBeInTheDocument();
      act(() => {
        screen.getByRole('button', { name: 'Go on with a reboot' }).click();
      });
      expect(screen.getByRole('button', { name: 'Dry run' })).not.toHaveAttribute('aria-disabled', 'true');
    } finally {
      vi.useRealTimers();
    }
  });

  it('says whose another policy is by its path, and touches it not', async () => {
    serve({ configuration: cluster([{ path, actions: [{ type: 'None' }] }]) });
    show();
    expect(await screen.findByText(/The cluster has another node disruption policy for/)).toHaveTextContent(path);
    expect(screen.queryByRole('button', { name: 'Add the policy' })).not.toBeInTheDocument();
  });

  it('is silent where the cluster has no such policies', async () => {
    serve({});
    show();
    await screen.findByRole('button', { name: 'Dry run' });
    expect(screen.queryByText(/replace the reboot/)).not.toBeInTheDocument();
  });

  it('is taken back by an empty apply once the MachineConfig is gone, and not before', async () => {
    const configuration = cluster([entry], [entry], { managedFields: [owner(whole)] });
    serve({ configuration, configs: [applied()] });
    fakeCluster.takeWrites();
    show();
    await press('Undo: delete the MachineConfig');
    expect(screen.getByRole('dialog')).toHaveTextContent('stays until the pools are updated');
    expect(screen.getByRole('dialog')).toHaveTextContent('without a reboot');
    await userEvent.click(inDialog(/Delete/).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('button', { name: 'Take back the policy' })).not.toBeInTheDocument();

    act(() => {
      serve({ configuration });
    });
    await press('Take back the policy');
    await userEvent.click(
      within(await screen.findByRole('dialog', { name: /Take back/ })).getByRole('button', {
        name: 'Take back the policy',
      }),
    );
    await waitFor(() => {
      expect(fakeCluster.writes).toHaveLength(2);
    });
    const body = {
      apiVersion: 'operator.openshift.io/v1',
      kind: 'MachineConfiguration',
      metadata: { name: 'cluster', uid: 'uid-9' },
    };
    expect(fakeCluster.writes).toMatchObject([{ body }, { body }]);
    expect(fakeCluster.writes[1]?.body).not.toHaveProperty('spec');
  });

  it('is not taken back from here once somebody edited it', async () => {
    const parts = { '.': {}, 'f:path': {} };
    serve({ configuration: cluster([{ path, actions: [{ type: 'None' }] }], [], { managedFields: [owner(parts)] }) });
    show();
    expect(await screen.findByText(/of this guide was edited/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Take back the policy' })).not.toBeInTheDocument();
  });
});

describe('a paused pool', () => {
  const pool = poolObject('worker', { paused: true });
  const waiting = { ...pool, spec: { ...pool.spec, configuration: { name: 'rendered-2', source: [{ name }] } } };

  it('is resumed after one confirmation that says what it brings', async () => {
    serve({ configs: [applied()], pools: [waiting] });
    fakeCluster.takeWrites();
    show();
    await press('Resume updates of pool worker');
    const dialog = inDialog(/Resume updates of pool worker/);
    expect(dialog.getByText(/Everything that waits for this pool is then rolled out/)).toBeInTheDocument();
    expect(fakeCluster.writes).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Resume updates' }));
    await waitFor(() => {
      expect(fakeCluster.writes).toEqual([
        {
          method: 'PATCH',
          url: '/api/kubernetes/apis/machineconfiguration.openshift.io/v1/machineconfigpools/worker?fieldValidation=Strict',
          body: [{ op: 'replace', path: '/spec/paused', value: false }],
        },
      ]);
    });
  });

  it('says which right is missing', async () => {
    serve({ configs: [applied()], pools: [waiting] });
    fakeCluster.refuse('patch machineconfigpools');
    show();
    expect(await screen.findByText(/Permission to patch MachineConfigPools is required/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Resume/ })).not.toBeInTheDocument();
  });

  it('is not offered where nothing of the guide waits', async () => {
    serve({ pools: [pool] });
    show();
    await screen.findByRole('button', { name: 'Dry run' });
    expect(screen.queryByRole('button', { name: /Resume/ })).not.toBeInTheDocument();
  });
});

import { refusesPolicies } from './refused-policies';
import { a, b, files, machineConfiguration, none } from './asked-policies';
import type { PolicyApi } from './asked-policies';

const whole = { '.': {}, 'f:actions': {}, 'f:path': {} };

/**
 * What the pages rely on when they add and take back a policy, asked of a real API server
 * (agent/reference-programs/kubernetes-api/openshift) and of the API in memory: to be called in a `describe` of either's spec.
 */
export function answersAsAnApiServer(api: PolicyApi): void {
  const policies = (spec?: object) => machineConfiguration({ uid: api.uid() }, spec);
  merges(api, policies);
  isInConflict(api, policies);
  refusesPolicies(api);
}

function merges(api: PolicyApi, policies: (spec?: object) => object): void {
  it('adds entries to what is there, and says whose they are', async () => {
    await api.edit({ files: [{ path: '/z', actions: none }] });
    const { status, body } = await api.apply('ours', policies(files(a)));
    expect(status).toBe(200);
    expect(body['spec']).toEqual({ managementState: 'Managed', ...files({ path: '/z', actions: none }, a) });
    expect((body['metadata'] as Record<string, unknown>)['managedFields']).toContainEqual(
      expect.objectContaining({
        manager: 'ours',
        operation: 'Apply',
        fieldsV1: { 'f:spec': { 'f:nodeDisruptionPolicy': { 'f:files': { 'k:{"path":"/a"}': whole } } } },
      }),
    );
  });

  it('stores nothing in a dry run, and nothing anew that is there already', async () => {
    expect(await api.apply('ours', policies(files(a)), 'dry run')).toMatchObject({ body: { spec: files(a) } });
    expect(await api.specNow()).toEqual({ managementState: 'Managed' });
    const first = await api.apply('ours', policies(files(a)));
    expect((await api.apply('ours', policies(files(a)))).body).toEqual(first.body);
  });

  it('takes back what nobody else has', async () => {
    await api.apply('ours', policies(files(a)));
    await api.apply('others', policies(files(a, b)));
    await api.apply('ours', policies());
    expect(await api.specNow()).toMatchObject(files(a, b));
    expect((await api.apply('others', policies())).body['spec']).toEqual({ managementState: 'Managed' });
  });

  it('leaves what others applied or edited beside it', async () => {
    await api.edit({ files: [{ path: '/z', actions: none }] });
    await api.apply('ours', policies(files(a, b)));
    await api.apply('others', policies(files(a)));
    await api.apply('ours', policies());
    expect(await api.specNow()).toEqual({ managementState: 'Managed', ...files({ path: '/z', actions: none }, a) });
  });
}

function isInConflict(api: PolicyApi, policies: (spec?: object) => object): void {
  it('is a conflict where another field manager has the actions, also in a dry run', async () => {
    await api.edit({ files: [{ path: '/a', actions: none }] });
    const answer = {
      status: 409,
      body: {
        reason: 'Conflict',
        message:
          'Apply failed with 1 conflict: conflict with "kubectl-edit" using operator.openshift.io/v1: .spec.nodeDisruptionPolicy.files[path="/a"].actions',
      },
    };
    expect(await api.apply('ours', policies(files(a)), 'dry run')).toMatchObject(answer);
    expect(await api.apply('ours', policies(files(a)))).toMatchObject(answer);
  });

  it('names every manager that it is in conflict with', async () => {
    await api.apply('one', policies(files(a)));
    await api.apply('two', policies(files(a)));
    expect((await api.apply('ours', policies(files({ ...a, actions: none })))).body['message']).toBe(
      'Apply failed with 2 conflicts: conflicts with "one":\n- .spec.nodeDisruptionPolicy.files[path="/a"].actions\nconflicts with "two":\n- .spec.nodeDisruptionPolicy.files[path="/a"].actions',
    );
  });
}

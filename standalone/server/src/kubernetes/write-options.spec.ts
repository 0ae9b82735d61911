import { EmbeddedApi } from './embedded-api';
import { openShiftTypes } from './resource-type';

const list = '/apis/machineconfiguration.openshift.io/v1/machineconfigs';
const strict = { fieldValidation: 'Strict' };
const config = (name: string, spec: object = { config: {} }, metadata: object = {}) => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind: 'MachineConfig',
  metadata: { name, ...metadata },
  spec,
});

/** Each answer is that of a real API server: agent/reference-programs/kubernetes-api/write-options.spec.ts asks it the same. */
describe('writing with options', () => {
  let api: EmbeddedApi;
  const ask = async (method: string, path: string, query: Record<string, string>, sent?: unknown) => {
    const { status, body } = await api.handle({
      method,
      path,
      query: new URLSearchParams(query),
      accept: 'application/json',
      contentType: 'application/json',
      body: sent === undefined ? '' : JSON.stringify(sent),
    });
    return { status, body: JSON.parse(body) as Record<string, unknown> };
  };
  const stored = async (name: string) => (await ask('GET', `${list}/${name}`, {})).status;

  beforeEach(async () => {
    api = new EmbeddedApi(openShiftTypes);
    await ask('POST', list, {}, config('there'));
  });

  it('stores nothing in a dry run, and answers as if it had', async () => {
    expect(await ask('POST', list, { dryRun: 'All', ...strict }, config('dry'))).toMatchObject({
      status: 201,
      body: { metadata: { name: 'dry', generation: 1 } },
    });
    expect(await stored('dry')).toBe(404);
    expect(await ask('DELETE', `${list}/there`, { dryRun: 'All' })).toMatchObject({ status: 200 });
    expect(await stored('there')).toBe(200);
  });

  it.each<[string, string, string, Record<string, string>, unknown, number, string, RegExp]>([
    [
      'another kind of dry run',
      'POST',
      list,
      { dryRun: 'Some' },
      config('x'),
      422,
      'Invalid',
      /^CreateOptions\.meta\.k8s\.io "" is invalid: dryRun: Unsupported value: \["Some"\]: supported values: "All"$/,
    ],
    [
      'another kind of validation',
      'POST',
      list,
      { fieldValidation: 'Some' },
      config('x'),
      422,
      'Invalid',
      /fieldValidation: Unsupported value: "Some": supported values: "", "Ignore", "Strict", "Warn"$/,
    ],
    [
      'fields that it does not know',
      'POST',
      list,
      { dryRun: 'All', ...strict },
      config('x', { config: { any: 1 }, b: 1, a: 1 }),
      400,
      'BadRequest',
      /^MachineConfig in version "v1" cannot be handled as a MachineConfig: strict decoding error: unknown field "spec\.a", unknown field "spec\.b"$/,
    ],
    [
      'what is there already',
      'POST',
      list,
      { dryRun: 'All' },
      config('there'),
      409,
      'AlreadyExists',
      /already exists$/,
    ],
    [
      'an update without a version',
      'PUT',
      `${list}/there`,
      {},
      config('there'),
      422,
      'Invalid',
      /metadata\.resourceVersion: Invalid value/,
    ],
    [
      'an update of an earlier version',
      'PUT',
      `${list}/there`,
      { dryRun: 'All', ...strict },
      config('there', { config: { new: true } }, { resourceVersion: '1' }),
      409,
      'Conflict',
      /the object has been modified; please apply your changes to the latest version and try again$/,
    ],
    [
      'the deletion of another object of the name',
      'DELETE',
      `${list}/there`,
      {},
      { preconditions: { uid: 'other' } },
      409,
      'Conflict',
      /^Operation cannot be fulfilled on MachineConfig\.machineconfiguration\.openshift\.io "there": the UID in the precondition \(other\) does not match the UID in record \([-0-9a-f]+\)\. The object might have been deleted and then recreated$/,
    ],
    [
      'the deletion of an earlier version',
      'DELETE',
      `${list}/there`,
      {},
      { preconditions: { resourceVersion: '1' } },
      409,
      'Conflict',
      /: the ResourceVersion in the precondition \(1\) does not match the ResourceVersion in record \(\d+\)\. The object might have been modified$/,
    ],
  ])('refuses %s', async (_what, method, path, query, body, status, reason, message) => {
    expect(await ask(method, path, query, body)).toMatchObject({
      status,
      body: { reason, message: expect.stringMatching(message) as string },
    });
    expect(await stored('there')).toBe(200);
  });

  it('drops a field that it does not know unless asked to be strict', async () => {
    await ask('POST', list, {}, config('lenient', { config: {}, other: 1 }));
    expect((await ask('GET', `${list}/lenient`, {})).body['spec']).toEqual({ config: {} });
  });

  const review = {
    spec: {
      resourceAttributes: { group: 'machineconfiguration.openshift.io', resource: 'machineconfigs', verb: 'create' },
    },
  };
  const mayCreate = async () =>
    (await ask('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {}, review)).body['status'];

  it('says what a user may do, and nothing of what a webhook does not want', async () => {
    expect(await mayCreate()).toEqual({ allowed: true });
    api.setScenario('webhook-denies');
    expect(await mayCreate()).toEqual({ allowed: true });
    expect(await ask('POST', list, { dryRun: 'All' }, config('x'))).toMatchObject({ status: 403 });
    api.setScenario('apply-forbidden');
    expect(await mayCreate()).toMatchObject({ allowed: false });
    expect(await ask('POST', list, { dryRun: 'All' }, config('x'))).toMatchObject({ status: 403 });
  });

  it('can lose the answer to what it has stored', async () => {
    api.setScenario('write-lost');
    expect(await ask('POST', list, { dryRun: 'All' }, config('x'))).toMatchObject({ status: 201 });
    expect(await stored('x')).toBe(404);
    expect(await ask('POST', list, {}, config('x'))).toMatchObject({ status: 500 });
    expect(await stored('x')).toBe(200);
  });
});

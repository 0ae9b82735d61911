import { inject } from 'vitest';
import { KubernetesClient } from './kubernetes-client';
import { inWordsOfToday } from './versions/words-of-today';

/** As far as OpenShift's definition of MachineConfig (machineconfiguration.openshift.io/v1) matters here. */
const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'configs.writing.test' },
  spec: {
    group: 'writing.test',
    scope: 'Cluster',
    names: { kind: 'Config', plural: 'configs', singular: 'config', listKind: 'ConfigList' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: { config: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
              },
            },
          },
        },
      },
    ],
  },
};

const list = '/apis/writing.test/v1/configs';
const strict = 'fieldValidation=Strict';
const config = (name: string, spec: object = { config: {} }, metadata: object = {}) => ({
  apiVersion: 'writing.test/v1',
  kind: 'Config',
  metadata: { name, ...metadata },
  spec,
});

/** What the pages rely on when they write, and what the API in memory of the standalone host imitates. */
describe('writing with options to a Kubernetes API', () => {
  const client = new KubernetesClient(inject('cluster'));
  const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const answer = async (method: string, path: string, body?: unknown) => {
    const { status, body: said } = await client.ask(method, path, { body });
    const { reason, message } = said as { readonly reason?: string; readonly message?: string };
    return { status, reason, message: message && inWordsOfToday(message) };
  };
  const stored = async (name: string) => (await client.ask('GET', `${list}/${name}`)).status;

  beforeAll(async () => {
    await client.create(definitions, definition);
    await vi.waitFor(async () => expect((await client.ask('GET', list)).status).toBe(200), { timeout: 20_000 });
    await client.create(list, config('there'));
  });
  afterAll(() => client.remove(`${definitions}/${definition.metadata.name}`));

  it('stores nothing in a dry run, and answers as if it had', async () => {
    expect(await client.ask('POST', `${list}?dryRun=All&${strict}`, { body: config('dry') })).toMatchObject({
      status: 201,
      body: { metadata: { name: 'dry', generation: 1 } },
    });
    expect(await stored('dry')).toBe(404);
    expect(await answer('DELETE', `${list}/there?dryRun=All`)).toMatchObject({ status: 200 });
    expect(await stored('there')).toBe(200);
  });

  it.each<[string, string, string, unknown, object]>([
    [
      'another kind of dry run',
      'POST',
      `${list}?dryRun=Some`,
      config('x'),
      {
        status: 422,
        reason: 'Invalid',
        message:
          'CreateOptions.meta.k8s.io "" is invalid: dryRun: Unsupported value: ["Some"]: supported values: "All"',
      },
    ],
    [
      'another kind of validation',
      'POST',
      `${list}?fieldValidation=Some`,
      config('x'),
      {
        status: 422,
        reason: 'Invalid',
        message:
          'CreateOptions.meta.k8s.io "" is invalid: fieldValidation: Unsupported value: "Some": supported values: "", "Ignore", "Strict", "Warn"',
      },
    ],
    [
      'fields that it does not know',
      'POST',
      `${list}?dryRun=All&${strict}`,
      config('x', { config: { any: 1 }, b: 1, a: 1 }),
      {
        status: 400,
        reason: 'BadRequest',
        message:
          'Config in version "v1" cannot be handled as a Config: strict decoding error: unknown field "spec.a", unknown field "spec.b"',
      },
    ],
    [
      'what is there already, also in a dry run',
      'POST',
      `${list}?dryRun=All`,
      config('there'),
      { status: 409, reason: 'AlreadyExists', message: 'configs.writing.test "there" already exists' },
    ],
    [
      'an update without a version',
      'PUT',
      `${list}/there`,
      config('there'),
      { status: 422, reason: 'Invalid', message: expect.stringContaining('metadata.resourceVersion: Invalid value') },
    ],
    [
      'an update of an earlier version, also in a dry run',
      'PUT',
      `${list}/there?dryRun=All&${strict}`,
      config('there', { config: { new: true } }, { resourceVersion: '1' }),
      {
        status: 409,
        reason: 'Conflict',
        message:
          'Operation cannot be fulfilled on configs.writing.test "there": the object has been modified; please apply your changes to the latest version and try again',
      },
    ],
    [
      'the deletion of another object of the name',
      'DELETE',
      `${list}/there`,
      { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid: 'other' } },
      {
        status: 409,
        reason: 'Conflict',
        message: expect.stringMatching(
          /^Operation cannot be fulfilled on Config\.writing\.test "there": the UID in the precondition \(other\) does not match the UID in record \([-0-9a-f]+\)\. The object might have been deleted and then recreated$/,
        ),
      },
    ],
    [
      'the deletion of an earlier version',
      'DELETE',
      `${list}/there`,
      { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { resourceVersion: '1' } },
      {
        status: 409,
        reason: 'Conflict',
        message: expect.stringMatching(
          /: the ResourceVersion in the precondition \(1\) does not match the ResourceVersion in record \(\d+\)\. The object might have been modified$/,
        ),
      },
    ],
  ])('refuses %s', async (_what, method, path, body, expected) => {
    expect(await answer(method, path, body)).toEqual(expected);
    expect(await stored('there')).toBe(200);
  });

  it('drops a field that it does not know unless asked to be strict', async () => {
    await client.create(list, config('lenient', { config: {}, other: 1 }));
    expect((await client.do('GET', `${list}/lenient`))['spec']).toEqual({ config: {} });
  });

  it('says what a user may do', async () => {
    const review = { spec: { resourceAttributes: { group: 'writing.test', resource: 'configs', verb: 'create' } } };
    const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    expect(await client.ask('POST', path, { body: review })).toMatchObject({
      status: 201,
      body: { kind: 'SelfSubjectAccessReview', status: { allowed: true } },
    });
  });
});

import type { ApiRequest } from './api-request';
import { EmbeddedApi } from './embedded-api';
import { machineConfigPoolType, nodeReportType, nodeType, plainKubernetesTypes } from './resource-type';
import type { WatchEvent } from './watch';

const reports = '/apis/calicoreadiness.io/v1alpha1/nodereports';

const request = (
  method: string,
  path: string,
  query: Record<string, string> = {},
  body?: unknown,
  contentType = 'application/json',
): ApiRequest => ({
  method,
  path,
  query: new URLSearchParams(query),
  accept: 'application/json',
  contentType,
  body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
});

const apiWithNodes = (count: number): EmbeddedApi => {
  const api = new EmbeddedApi(plainKubernetesTypes);
  for (let index = 0; index < count; index += 1) {
    api.store.create(nodeType, {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: `n${String(index).padStart(4, '0')}`, labels: { even: String(index % 2 === 0) } },
    });
  }
  return api;
};

/** As far as the tests read answers; each says what it expects of the rest. */
interface Answer {
  readonly metadata: Readonly<Record<string, string>>;
  readonly items: readonly { readonly metadata: { readonly name: string } }[];
}

const call = async (
  api: EmbeddedApi,
  ...parameters: Parameters<typeof request>
): Promise<{ status: number; body: Answer }> => {
  const { status, body, contentType } = await api.handle(request(...parameters));
  return { status, body: (contentType === 'application/json' ? JSON.parse(body) : body) as Answer };
};

const report = (name: string, extra: object = {}) => ({
  apiVersion: 'calicoreadiness.io/v1alpha1',
  kind: 'NodeReport',
  metadata: { name },
  ...extra,
});

describe('lists', () => {
  it('come in pages whose last has no continue token', async () => {
    const api = apiWithNodes(600);
    const names: string[] = [];
    const sizes: number[] = [];
    let token = '';
    const versions = new Set<string | undefined>();
    do {
      const { body } = await call(api, 'GET', '/api/v1/nodes', {
        limit: '250',
        ...(token === '' ? {} : { continue: token }),
      });
      names.push(...body.items.map(({ metadata }) => metadata.name));
      sizes.push(body.items.length);
      versions.add(body.metadata['resourceVersion']);
      token = body.metadata['continue'] ?? '';
    } while (token !== '');
    expect(sizes).toEqual([250, 250, 100]);
    expect(new Set(names).size).toBe(600);
    expect(versions.size).toBe(1);
  });

  it('keep the version of the first page while objects come and go, so that the watch misses nothing', async () => {
    const api = apiWithNodes(3);
    const first = await call(api, 'GET', '/api/v1/nodes', { limit: '2' });
    api.store.create(nodeType, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a-new-one' } });
    const second = await call(api, 'GET', '/api/v1/nodes', {
      limit: '2',
      continue: first.body.metadata['continue'] ?? '',
    });
    expect(second.body.items.map(({ metadata }) => metadata.name)).toEqual(['n0002']);
    const events: WatchEvent[] = [];
    const query = new URLSearchParams({ resourceVersion: second.body.metadata['resourceVersion'] ?? '' });
    api.watch(
      { path: '/api/v1/nodes', query },
      (event) => events.push(event),
      () => undefined,
    )();
    expect(events.map(({ type, object }) => [type, (object as { metadata: { name: string } }).metadata.name])).toEqual([
      ['ADDED', 'a-new-one'],
    ]);
  });

  it.each([
    [{ continue: 'rubbish' }, 'BadRequest'],
    [{ limit: '-1' }, 'BadRequest'],
    [{ fieldSelector: 'spec.x=1' }, 'BadRequest'],
  ])('refuse %j', async (query, reason) => {
    expect(await call(apiWithNodes(1), 'GET', '/api/v1/nodes', query as Record<string, string>)).toMatchObject({
      status: 400,
      body: { kind: 'Status', reason },
    });
  });

  it('give only metadata to who asks for no more', async () => {
    const { body } = await apiWithNodes(1).handle({
      ...request('GET', '/api/v1/nodes'),
      accept: 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
    });
    expect(JSON.parse(body)).toMatchObject({
      kind: 'PartialObjectMetadataList',
      items: [{ kind: 'PartialObjectMetadata', metadata: { name: 'n0000' } }],
    });
  });
});

describe('objects', () => {
  it('are created once, without a status', async () => {
    const api = apiWithNodes(0);
    const created = await call(api, 'POST', reports, {}, report('a', { status: { verdict: 'Ready' } }));
    expect(created).toMatchObject({ status: 201, body: { metadata: { name: 'a', generation: 1 } } });
    expect(created.body).not.toHaveProperty('status');
    expect(await call(api, 'POST', reports, {}, report('a'))).toMatchObject({
      status: 409,
      body: { reason: 'AlreadyExists' },
    });
  });

  it('take a status only through its subresource, and nothing else there', async () => {
    const api = apiWithNodes(0);
    const created = await call(
      api,
      'POST',
      reports,
      {},
      report('a', { spec: { recheckRequestedAt: '2026-01-01T00:00:00Z' } }),
    );
    const changed = { ...created.body, spec: {}, status: { verdict: 'Ready' } };
    const { body } = await call(api, 'PUT', `${reports}/a/status`, {}, changed);
    expect(body).toMatchObject({
      spec: { recheckRequestedAt: '2026-01-01T00:00:00Z' },
      status: { verdict: 'Ready' },
      metadata: { generation: 1 },
    });
    const again = await call(api, 'PUT', `${reports}/a`, {}, { ...body, spec: {}, status: { verdict: 'NotReady' } });
    expect(again.body).toMatchObject({ spec: {}, status: { verdict: 'Ready' }, metadata: { generation: 2 } });
  });

  it('are not overwritten by who has an old version', async () => {
    const api = apiWithNodes(0);
    const { body: old } = await call(api, 'POST', reports, {}, report('a'));
    await call(api, 'PUT', `${reports}/a`, {}, { ...old, spec: { recheckRequestedAt: '2026-01-01T00:00:00Z' } });
    expect(await call(api, 'PUT', `${reports}/a`, {}, { ...old, spec: {} })).toMatchObject({
      status: 409,
      body: { reason: 'Conflict', code: 409 },
    });
    expect(await call(api, 'PUT', `${reports}/a`, {}, report('a'))).toMatchObject({
      status: 422,
      body: { reason: 'Invalid' },
    });
  });

  it.each([
    ['application/merge-patch+json', { spec: { recheckRequestedAt: 'now' } }],
    ['application/json-patch+json', [{ op: 'add', path: '/spec', value: { recheckRequestedAt: 'now' } }]],
  ])('are patched by %s', async (contentType, patch) => {
    const api = apiWithNodes(0);
    await call(api, 'POST', reports, {}, report('a'));
    expect(await call(api, 'PATCH', `${reports}/a`, {}, patch, contentType)).toMatchObject({
      status: 200,
      body: { spec: { recheckRequestedAt: 'now' } },
    });
  });

  it.each([
    ['application/json-patch+json', [{ op: 'replace', path: '/nowhere/at/all', value: 1 }], 422],
    ['application/json-patch+json', { not: 'a list' }, 400],
    ['application/merge-patch+json', { metadata: { name: 'b' } }, 422],
    ['application/merge-patch+json', '{', 400],
    // As a page that names the version of the object which a person looked at.
    ['application/json-patch+json', [{ op: 'replace', path: '/metadata/resourceVersion', value: '1' }], 409],
    ['text/plain', {}, 415],
  ])('are not changed by a wrong patch (%s %j)', async (contentType, patch, status) => {
    const api = apiWithNodes(0);
    const { body } = await call(api, 'POST', reports, {}, report('a'));
    expect(await call(api, 'PATCH', `${reports}/a`, {}, patch, contentType)).toMatchObject({
      status,
      body: { kind: 'Status' },
    });
    expect((await call(api, 'GET', `${reports}/a`)).body).toEqual(body);
  });

  it('are only tried on a dry run', async () => {
    const api = apiWithNodes(0);
    expect(await call(api, 'POST', reports, { dryRun: 'All' }, report('a'))).toMatchObject({ status: 201 });
    expect(await call(api, 'GET', `${reports}/a`)).toMatchObject({
      status: 404,
      body: { reason: 'NotFound', details: { name: 'a', kind: 'nodereports' } },
    });
  });

  it('go with their owner', async () => {
    const api = apiWithNodes(1);
    const node = api.store.get(nodeType, 'n0000');
    await call(
      api,
      'POST',
      reports,
      {},
      {
        ...report('n0000'),
        metadata: {
          name: 'n0000',
          ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'n0000', uid: node.metadata.uid }],
        },
      },
    );
    expect(await call(api, 'DELETE', '/api/v1/nodes/n0000')).toMatchObject({
      status: 200,
      body: { status: 'Success' },
    });
    expect(api.store.list(nodeReportType)).toEqual([]);
  });

  it.each([
    ['POST', reports, { ...report('A_B') }, 422],
    ['POST', reports, { ...report('a'), kind: 'Node' }, 400],
    ['POST', reports, [], 400],
    ['POST', `${reports}/a`, report('a'), 405],
    ['DELETE', reports, undefined, 405],
    ['OPTIONS', reports, undefined, 405],
    ['GET', `${reports}/a/scale`, undefined, 404],
    ['GET', '/apis/apps/v1/deployments', undefined, 404],
  ])('refuse %s %s', async (method, path, body, status) => {
    expect(await call(apiWithNodes(0), method, path, {}, body)).toMatchObject({ status });
  });
});

describe('watches', () => {
  const collect = (api: EmbeddedApi, query: Record<string, string>) => {
    const events: [string, string][] = [];
    const stop = api.watch(
      { path: '/api/v1/nodes', query: new URLSearchParams(query) },
      ({ type, object }) => {
        events.push([type, (object as { metadata?: { name?: string } }).metadata?.name ?? '']);
      },
      () => events.push(['ended', '']),
    );
    return { events, stop };
  };

  it('begin with what there is when no version is given, and follow changes', () => {
    const api = apiWithNodes(1);
    const { events, stop } = collect(api, {});
    const created = api.store.create(nodeType, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'x' } });
    api.store.update(nodeType, { ...created, spec: { unschedulable: true } }, 'object');
    api.store.delete(nodeType, 'x');
    stop();
    api.store.create(nodeType, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'unseen' } });
    expect(events).toEqual([
      ['ADDED', 'n0000'],
      ['ADDED', 'x'],
      ['MODIFIED', 'x'],
      ['DELETED', 'x'],
    ]);
  });

  it('tell an update that changes nothing to nobody', () => {
    const api = apiWithNodes(1);
    const { events } = collect(api, { resourceVersion: api.store.resourceVersion });
    api.store.update(nodeType, { ...api.store.get(nodeType, 'n0000') }, 'object');
    expect(events).toEqual([]);
  });

  it('report as deleted what leaves their selection', () => {
    const api = apiWithNodes(1);
    const { events } = collect(api, { labelSelector: 'even=true' });
    const node = api.store.get(nodeType, 'n0000');
    api.store.update(nodeType, { ...node, metadata: { ...node.metadata, labels: {} } }, 'object');
    expect(events).toEqual([
      ['ADDED', 'n0000'],
      ['DELETED', 'n0000'],
    ]);
  });

  it('end with an Expired event when the version is too old', () => {
    const api = apiWithNodes(1);
    for (let index = 0; index < 31_000; index += 1) {
      api.store.update(nodeType, { ...api.store.get(nodeType, 'n0000'), spec: { index } }, 'object');
    }
    expect(collect(api, { resourceVersion: '2' }).events).toEqual([['ERROR', '']]);
  });

  it('end when the scenario changes', () => {
    const api = apiWithNodes(0);
    const { events } = collect(api, {});
    api.setScenario('error');
    expect(events).toEqual([['ended', '']]);
  });
});

describe('discovery', () => {
  it('names the groups and their resources', async () => {
    const api = apiWithNodes(0);
    const groups = (await call(api, 'GET', '/apis')).body as unknown as { groups: { name: string }[] };
    expect(groups.groups.map(({ name }) => name).sort()).toEqual([
      'apiextensions.k8s.io',
      'authorization.k8s.io',
      'calicoreadiness.io',
    ]);
    const list = (await call(api, 'GET', '/apis/calicoreadiness.io/v1alpha1')).body as unknown as {
      resources: { name: string }[];
    };
    expect(list.resources.map(({ name }) => name)).toEqual([
      'nodereports',
      'nodereports/status',
      'clusterreports',
      'clusterreports/status',
      'readinesspolicies',
      'readinesspolicies/status',
    ]);
  });

  it('does not know what the back end does not serve', async () => {
    const api = apiWithNodes(0);
    expect(await call(api, 'GET', '/apis/machineconfiguration.openshift.io/v1')).toMatchObject({ status: 404 });
    expect(
      await call(api, 'GET', `/apis/machineconfiguration.openshift.io/v1/${machineConfigPoolType.plural}`),
    ).toMatchObject({ status: 404 });
  });
});

describe('scenarios', () => {
  const review = {
    spec: { resourceAttributes: { group: 'calicoreadiness.io', resource: 'nodereports', verb: 'list' } },
  };
  const reviews = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

  it.each([
    ['normal', 200, true],
    ['crd-missing', 404, false],
    ['forbidden', 403, false],
    ['error', 500, false],
  ] as const)('%s answers a list of reports with %i', async (scenario, status, allowed) => {
    const api = apiWithNodes(0);
    api.setScenario(scenario);
    expect((await call(api, 'GET', reports)).status).toBe(status);
    expect(await call(api, 'POST', reviews, {}, review)).toMatchObject({ status: 201, body: { status: { allowed } } });
  });

  it('no-reports hides reports from lists and reads', async () => {
    const api = apiWithNodes(0);
    api.store.create(nodeReportType, report('a'));
    api.setScenario('no-reports');
    expect((await call(api, 'GET', reports)).body.items).toEqual([]);
    expect((await call(api, 'GET', `${reports}/a`)).status).toBe(404);
  });

  it('api-down answers nothing, reviews and discovery included, and ends and refuses watches', async () => {
    const api = apiWithNodes(0);
    const ended = vi.fn();
    const watch = () => api.watch({ path: reports, query: new URLSearchParams() }, vi.fn(), ended);
    watch();
    api.setScenario('api-down');
    expect(ended).toHaveBeenCalledOnce();
    expect((await call(api, 'GET', reports)).status).toBe(503);
    expect((await call(api, 'GET', '/apis')).status).toBe(503);
    expect((await call(api, 'POST', reviews, {}, review)).status).toBe(503);
    expect(watch).toThrow('connection refused');
  });

  it('stale moves the time of observation two hours back', async () => {
    const api = apiWithNodes(0);
    api.store.create(nodeReportType, report('a', { status: { observedAt: '2026-01-01T12:00:00.000Z' } }), {
      keepStatus: true,
    });
    api.setScenario('stale');
    expect((await call(api, 'GET', `${reports}/a`)).body).toMatchObject({
      status: { observedAt: '2026-01-01T10:00:00.000Z' },
    });
  });
});

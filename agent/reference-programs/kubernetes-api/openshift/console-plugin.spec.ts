import { inject } from 'vitest';
import { ApiClient } from '../../../src/cluster/api-client';
import type { PluginWish } from '../../../src/console-plugin/plugin-list';
import { switchPlugin } from '../../../src/console-plugin/switch-plugin';
import type { Rule } from '../identities';
import { createAccount, requestToken } from '../identities';
import { kubeConfigFor } from '../kubeconfigs';
import type { OpenShiftCluster } from './openshift-cluster';
import { startOpenShiftCluster } from './openshift-cluster';

const consoles = '/apis/operator.openshift.io/v1/consoles';
const console = `${consoles}/cluster`;

describe("enabling the plugin in OpenShift's console", () => {
  const ending = new AbortController();
  let openShift: OpenShiftCluster;
  let account: ApiClient;

  const clientWith = async (
    name: string,
    rules: readonly (Rule & { readonly resourceNames?: readonly string[] })[],
  ) => {
    await createAccount(openShift.client, name, rules);
    const user = { token: await requestToken(openShift.client, name) };
    return new ApiClient(await kubeConfigFor(openShift.cluster, { user }), ending.signal);
  };
  const pluginsNow = async (): Promise<unknown> =>
    ((await openShift.client.do('GET', console))['spec'] as { plugins?: unknown }).plugins;
  const given = (spec: object) =>
    openShift.client.create(consoles, {
      apiVersion: 'operator.openshift.io/v1',
      kind: 'Console',
      metadata: { name: 'cluster' },
      spec: { managementState: 'Managed', ...spec },
    });

  beforeAll(async () => {
    openShift = await startOpenShiftCluster(inject('cluster'), 'console-plugin');
    account = await clientWith('switches', [
      {
        apiGroups: ['operator.openshift.io'],
        resources: ['consoles'],
        resourceNames: ['cluster'],
        verbs: ['get', 'patch'],
      },
    ]);
  }, 120_000);
  afterEach(() => openShift.client.remove(console));
  afterAll(async () => {
    ending.abort();
    await openShift.stop();
  });

  it.each<[string, object, PluginWish, string, unknown]>([
    ['adds it where no plugin was ever enabled', {}, 'enable', 'changed', ['calico-readiness']],
    ['adds it to an empty list', { plugins: [] }, 'enable', 'changed', ['calico-readiness']],
    [
      'adds it behind the others, in their order',
      { plugins: ['z-first', 'a-second'] },
      'enable',
      'changed',
      ['z-first', 'a-second', 'calico-readiness'],
    ],
    [
      'leaves a list that has it',
      { plugins: ['calico-readiness', 'other'] },
      'enable',
      'as it was',
      ['calico-readiness', 'other'],
    ],
    [
      'takes it off from between the others',
      { plugins: ['z-first', 'calico-readiness', 'a-second'] },
      'disable',
      'changed',
      ['z-first', 'a-second'],
    ],
    ['takes off the only one', { plugins: ['calico-readiness'] }, 'disable', 'changed', []],
    ['leaves a list without it', { plugins: ['other'] }, 'disable', 'as it was', ['other']],
    ['leaves a Console without a list', {}, 'disable', 'as it was', undefined],
  ])('%s', async (_what, spec, wish, outcome, plugins) => {
    await given(spec);

    expect(await switchPlugin(account, wish)).toBe(outcome);
    expect(await pluginsNow()).toEqual(plugins);
  });

  it.each<PluginWish>(['enable', 'disable'])('says that there is no Console when it should %s', async (wish) => {
    expect(await switchPlugin(account, wish)).toBe('no console');
  });

  it('says the same where the API does not even know Consoles', async () => {
    const cluster = inject('cluster');
    const { certificate, key } = cluster.administrator;
    const administrator = await kubeConfigFor(cluster, {
      user: {
        'client-certificate-data': Buffer.from(certificate).toString('base64'),
        'client-key-data': Buffer.from(key).toString('base64'),
      },
    });

    expect(await switchPlugin(new ApiClient(administrator, ending.signal), 'enable')).toBe('no console');
  });

  it('loses nothing of what another one writes in the same moment', async () => {
    await given({ plugins: ['first'] });
    // Reads, waits until the other one has written, and is too late with its first patch.
    const others = ['second', 'third', 'fourth'];
    const raced: Pick<ApiClient, 'get' | 'patch'> = {
      get: (path) => account.get(path),
      patch: async (path, type, body, query) => {
        const other = others.shift();
        if (other !== undefined) {
          await openShift.client.patch(path, [{ op: 'add', path: '/spec/plugins/-', value: other }], jsonPatch);
        }
        return account.patch(path, type, body, query);
      },
    };

    expect(await switchPlugin(raced, 'enable', () => 0)).toBe('changed');
    expect(await pluginsNow()).toEqual(['first', 'second', 'third', 'fourth', 'calico-readiness']);
  });

  it('and others that add and remove all the time lose nothing of it either', async () => {
    await given({});
    const wishes = Array.from({ length: 12 }, (_, index): PluginWish => (index % 2 === 0 ? 'enable' : 'disable'));
    await Promise.all([
      ...wishes.map((wish) => switchPlugin(account, wish)),
      ...['a', 'b', 'c'].map((name) => addByHand(name)),
    ]);

    expect([...((await pluginsNow()) as string[])].filter((name) => name !== 'calico-readiness').sort()).toEqual([
      'a',
      'b',
      'c',
    ]);
    await switchPlugin(account, 'enable');
    expect(((await pluginsNow()) as string[]).filter((name) => name === 'calico-readiness')).toHaveLength(1);
  });

  it('gives up when somebody writes before every attempt', async () => {
    await given({ plugins: [] });
    let count = 0;
    const raced: Pick<ApiClient, 'get' | 'patch'> = {
      get: (path) => account.get(path),
      patch: async (path, type, body, query) => {
        count += 1;
        await openShift.client.patch(path, { spec: { plugins: [`other-${String(count)}`] } });
        return account.patch(path, type, body, query);
      },
    };

    await expect(switchPlugin(raced, 'enable', () => 0)).rejects.toMatchObject({ status: 422 });
    expect(count).toBe(20);
    expect(await pluginsNow()).toEqual(['other-20']);
  });

  it('is refused without the right to change it, and then changes nothing', async () => {
    await given({ plugins: ['other'] });
    const reader = await clientWith('reads-only', [
      { apiGroups: ['operator.openshift.io'], resources: ['consoles'], verbs: ['get'] },
    ]);

    await expect(switchPlugin(reader, 'enable')).rejects.toMatchObject({ status: 403 });
    expect(await pluginsNow()).toEqual(['other']);
  });

  /** As an administrator would who tests the list as well. */
  async function addByHand(name: string): Promise<void> {
    for (;;) {
      const before = await pluginsNow();
      const { status } = await openShift.client.ask('PATCH', console, {
        contentType: jsonPatch,
        body: [
          { op: 'test', path: '/spec/plugins', value: before ?? null },
          { op: 'add', path: '/spec/plugins', value: [...((before as string[] | undefined) ?? []), name] },
        ],
      });
      if (status < 300) return;
    }
  }
});

const jsonPatch = 'application/json-patch+json';

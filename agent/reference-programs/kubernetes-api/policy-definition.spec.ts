import { inject } from 'vitest';
import { policiesPath } from './custom-resources';
import { KubernetesClient } from './kubernetes-client';
import type { KubernetesObject } from './kubernetes-client';
import { inWordsOfToday } from './versions/words-of-today';

describe('the definition of ReadinessPolicy in a Kubernetes API', () => {
  const client = new KubernetesClient(inject('cluster'));
  const policy = (spec: object, name = 'cluster') => ({
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'ReadinessPolicy',
    metadata: { name },
    spec,
  });
  const waiver = (changes: object = {}) => ({
    requirement: 'firewalld-disabled',
    reason: 'moves to nftables',
    owner: 'network team',
    expiry: '2030-01-01T00:00:00Z',
    ...changes,
  });
  const expression = (operator: string, values?: readonly string[]) => ({
    nodeSelector: { matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator, ...(values && { values }) }] },
  });
  const post = (object: object) => client.ask('POST', policiesPath, { body: object });

  afterEach(() => client.remove(`${policiesPath}/cluster`));

  it.each<[string, object]>([
    ['nothing', {}],
    ['no encapsulation', { profile: { encapsulation: [] } }],
    ['both families', { profile: { ipFamilies: ['IPv6', 'IPv4'] } }],
    ['Nftables where the release is not declared', { profile: { dataplane: 'Nftables' } }],
    ['Nftables in the first release that has it', { profile: { dataplane: 'Nftables', calicoVersion: 'v3.29' } }],
    ['one number for TCP and for UDP', { profile: { ports: { typha: 4789, vxlan: 4789 } } }],
    [
      'every port',
      {
        profile: {
          ports: {
            bgp: 179,
            vxlan: 4789,
            typha: 5473,
            wireguard: 51820,
            wireguardV6: 51821,
            kubeApiserver: 6443,
            felixHealth: 9199,
          },
        },
      },
    ],
    ['a waiver for all nodes', { waivers: [waiver(), waiver({ requirement: 'ebpf', nodeSelector: {} })] }],
    [
      'waivers with every operator',
      {
        waivers: [
          waiver({ nodeSelector: { matchLabels: { 'node-role.kubernetes.io/worker': '' } } }),
          waiver(expression('In', ['a', 'b'])),
          waiver(expression('NotIn', ['a'])),
          waiver(expression('Exists')),
          waiver(expression('DoesNotExist')),
        ],
      },
    ],
  ])('takes a policy that declares %s', async (_, spec) => {
    expect(await post(policy(spec))).toMatchObject({ status: 201, body: { spec }, warnings: [] });
  });

  it.each<[string, object, string]>([
    [
      'of another name',
      policy({}, 'other'),
      'metadata.name: Invalid value: the only ReadinessPolicy of a cluster is named cluster; give it that name',
    ],
    [
      'with a Calico release that is none',
      policy({ profile: { calicoVersion: 'v2.0' } }),
      'spec.profile.calicoVersion: Unsupported value: "v2.0": supported values: "v3.25"',
    ],
    [
      'with a port that is none',
      policy({ profile: { ports: { bgp: 70_000 } } }),
      'spec.profile.ports.bgp in body should be less than or equal to 65535',
    ],
    [
      'with a time that is none',
      policy({ recheckRequestedAt: 'now' }),
      'spec.recheckRequestedAt: Invalid value: "now": spec.recheckRequestedAt in body must be of type date-time',
    ],
    [
      'with a switch of flow tests that is a text, as YAML 1.1 does not read `on`',
      policy({ testFlows: 'on' }),
      'spec.testFlows in body must be of type boolean: "string"',
    ],
    [
      'with an interval under 10 s',
      policy({ reportIntervalSeconds: 1 }),
      'spec.reportIntervalSeconds in body should be greater than or equal to 10',
    ],
    [
      'without a family',
      policy({ profile: { ipFamilies: [] } }),
      'spec.profile.ipFamilies: Invalid value: names no family; give IPv4, IPv6 or both, or leave ipFamilies out',
    ],
    [
      'with a family twice',
      policy({ profile: { ipFamilies: ['IPv4', 'IPv4'] } }),
      'spec.profile.ipFamilies: Invalid value: names a family twice; give each once',
    ],
    [
      'with an encapsulation twice',
      policy({ profile: { encapsulation: ['VXLAN', 'VXLAN'] } }),
      'spec.profile.encapsulation: Invalid value: names an encapsulation twice; give each once',
    ],
    ...['v3.25', 'v3.28'].map((calicoVersion): [string, object, string] => [
      `with Nftables in ${calicoVersion}`,
      policy({ profile: { calicoVersion, dataplane: 'Nftables' } }),
      'spec.profile.dataplane: Invalid value: Calico has the data plane Nftables since v3.29; declare that release or a later one, or another data plane',
    ]),
    ...(
      [
        ['bgp', 'typha', 'TCP'],
        ['bgp', 'kubeApiserver', 'TCP'],
        ['typha', 'felixHealth', 'TCP'],
        ['vxlan', 'wireguard', 'UDP'],
        ['wireguard', 'wireguardV6', 'UDP'],
      ] as const
    ).map(([one, other, protocol]): [string, object, string] => [
      `with one port for ${one} and ${other}`,
      policy({ profile: { ports: { [one]: 5000, [other]: 5000 } } }),
      `spec.profile.ports.${other}: Invalid value: is the port of ${one} as well; both are ${protocol}, so give each a port of its own`,
    ]),
    [
      'with a waiver without an expiry',
      policy({ waivers: [waiver({ expiry: undefined })] }),
      'waivers[0].expiry: Required value',
    ],
    [
      'with a waiver until a time that is none',
      policy({ waivers: [waiver({ expiry: 'never' })] }),
      'spec.waivers[0].expiry in body must be of type date-time',
    ],
    [
      'with a waiver without a reason',
      policy({ waivers: [waiver({ reason: ' ' })] }),
      'spec.waivers[0].reason: Invalid value: is empty; say why the requirement is waived',
    ],
    [
      'with a waiver that nobody owns',
      policy({ waivers: [waiver({ owner: '' })] }),
      'spec.waivers[0].owner: Invalid value: is empty; say who answers for the waiver',
    ],
    [
      'with a waiver with an operator of node affinity',
      policy({ waivers: [waiver(expression('Gt', ['4']))] }),
      'matchExpressions[0].operator: Unsupported value: "Gt": supported values: "In", "NotIn", "Exists", "DoesNotExist"',
    ],
    [
      'with a waiver in no zone',
      policy({ waivers: [waiver(expression('In', []))] }),
      'matchExpressions[0]: Invalid value: In and NotIn need values; give at least one, or use Exists or DoesNotExist',
    ],
    [
      'with a waiver where Exists has values',
      policy({ waivers: [waiver(expression('Exists', ['a']))] }),
      'Exists and DoesNotExist take no values; leave them out, or use In or NotIn',
    ],
    [
      'with too many waivers',
      policy({ waivers: Array.from({ length: 65 }, () => waiver()) }),
      'must have at most 64 items',
    ],
  ])('refuses a policy %s, and says where and why', async (_, wrong, message) => {
    const { status, body } = await post(wrong);

    expect(status).toBe(422);
    expect(inWordsOfToday((body as Error).message)).toContain(message);
  });

  it('says once what is wrong, beside nothing but what Kubernetes itself adds', async () => {
    const { body } = await post(policy({ profile: { ports: { bgp: 70_000 } }, reportIntervalSeconds: 1 }));

    expect((body as Error).message.match(/Invalid value/g)).toHaveLength(2);
  });

  it('lets kubectl tell who writes a policy of a field that there is none', async () => {
    const { status, body } = await client.ask('POST', `${policiesPath}?fieldValidation=Strict`, {
      body: policy({ profile: { dataplan: 'BPF' } }),
    });

    expect(status).toBe(400);
    expect((body as Error).message).toContain('unknown field "spec.profile.dataplan"');
  });

  it('refuses a patch that names another version of it as a conflict, dry or not, and takes that of now', async () => {
    const { body } = await post(policy({ profile: { bgp: false } }));
    const { resourceVersion = '' } = (body as KubernetesObject).metadata;
    const declare = (version: string, query = '') =>
      client.ask('PATCH', `${policiesPath}/cluster?fieldValidation=Strict${query}`, {
        contentType: 'application/json-patch+json',
        body: [
          { op: 'replace', path: '/metadata/resourceVersion', value: resourceVersion },
          { op: 'add', path: '/spec/profile/calicoVersion', value: version },
        ],
      });
    expect(await declare('v3.32', '&dryRun=All')).toMatchObject({ status: 200 });
    expect(await declare('v3.32')).toMatchObject({
      status: 200,
      body: { spec: { profile: { bgp: false, calicoVersion: 'v3.32' } } },
    });
    expect(await declare('v3.30', '&dryRun=All')).toMatchObject({ status: 409, body: { reason: 'Conflict' } });
    expect(await declare('v3.30')).toMatchObject({ status: 409, body: { reason: 'Conflict' } });
    expect((await client.ask('GET', `${policiesPath}/cluster`)).body).toMatchObject({
      spec: { profile: { calicoVersion: 'v3.32' } },
    });
  });
});

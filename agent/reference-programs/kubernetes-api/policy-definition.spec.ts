import { inject } from 'vitest';
import { policiesPath } from './custom-resources';
import { KubernetesClient } from './kubernetes-client';

describe('the definition of ReadinessPolicy in a Kubernetes API', () => {
  const client = new KubernetesClient(inject('cluster'));
  const policy = (spec: object, name = 'cluster') => ({
    apiVersion: 'calicoreadiness.io/v1alpha1',
    kind: 'ReadinessPolicy',
    metadata: { name },
    spec,
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
  ])('refuses a policy %s, and says where and why', async (_, wrong, message) => {
    const { status, body } = await post(wrong);

    expect(status).toBe(422);
    expect((body as Error).message).toContain(message);
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
});

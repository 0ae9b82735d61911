import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { connect, createServer } from 'node:net';
import { hostname, networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { NodeReport } from '@calico-readiness/requirements';
import { inject } from 'vitest';
import { runCommandLine } from '../../src/commands/command-line';
import { testApi } from '../../src/commands/api/test-api';
import { CertificateAuthority } from './certificates';
import { createAccount, grant, requestToken } from './identities';
import type { Access } from './kubeconfigs';
import { kubeconfigText } from './kubeconfigs';
import { KubernetesClient } from './kubernetes-client';

const slices = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices';
const configMaps = '/api/v1/namespaces/default/configmaps';
/** TEST-NET-1 (RFC 5737): an API server that nobody reaches. */
const nowhere = '192.0.2.1';
const account = 'tests-check-api';

/** An address of this machine that other machines could reach: an EndpointSlice may name no other one. */
const ownAddress = (): string => {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const found = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  if (found === undefined) throw new Error('The test needs an IPv4 address beside that of the loopback device');
  return found;
};
const bootId = 'proc/sys/kernel/random/boot_id';

describe('check --kubeconfig against a Kubernetes API', () => {
  const cluster = inject('cluster');
  const client = new KubernetesClient(cluster);
  const address = ownAddress();
  /** Leads to the API, which listens at the loopback address. */
  let relay: Server;
  let port: string;
  let directory: string;
  /** A root of this machine, of which little is mounted. */
  let hostRoot: string;
  let token: string;

  const file = (name: string, text: string): string => {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const kubeconfig = (access: Access = { user: { token } }): string =>
    file('kubeconfig', kubeconfigText(cluster, access));
  const check = async (...words: readonly string[]) => {
    let [output, errors] = ['', ''];
    const status = await runCommandLine(['check', '--host-root', hostRoot, '-o', 'json', ...words], {
      isTerminal: false,
      environment: {},
      write: (text) => {
        output += text;
      },
      writeError: (text) => {
        errors += text;
      },
    });
    return { status, output, errors };
  };
  const verdictsIn = (output: string): readonly (readonly string[])[] => {
    const { status } = JSON.parse(output) as NodeReport;
    return ['kube-apiserver-reachable', 'kubernetes-datastore-available'].map((id) => {
      const { verdict = '', reason = '' } = status?.findings.find(({ requirement }) => requirement === id) ?? {};
      return [verdict, reason];
    });
  };
  const listServers = async (...addresses: readonly string[]): Promise<void> => {
    await client.remove(`${slices}/kubernetes`);
    await client.create(slices, {
      metadata: { name: 'kubernetes' },
      addressType: 'IPv4',
      endpoints: addresses.map((each) => ({ addresses: [each] })),
      ports: [{ name: 'https', port: Number(port), protocol: 'TCP' }],
    });
  };

  beforeAll(async () => {
    relay = createServer((socket) => {
      const onward = connect(Number(new URL(cluster.server).port), '127.0.0.1');
      for (const [one, other] of [
        [socket, onward],
        [onward, socket],
      ] as const)
        one.on('error', () => other.destroy()).pipe(other);
    });
    await new Promise<void>((resolve) => relay.listen(0, address, resolve));
    port = String((relay.address() as AddressInfo).port);
    directory = mkdtempSync(join(tmpdir(), 'check-api-'));
    file(`root/${bootId}`, readFileSync(`/${bootId}`, 'utf8'));
    hostRoot = join(directory, 'root');
    await createAccount(client, account, [
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get'] },
      { apiGroups: [''], resources: ['configmaps', 'nodes', 'services'], verbs: ['get'] },
    ]);
    token = await requestToken(client, account);
    await listServers(address);
  });
  afterAll(async () => {
    relay.close();
    rmSync(directory, { recursive: true });
    await client.remove(`${slices}/kubernetes`);
  });

  it('leaves the way to the API Unknown without it', async () => {
    expect(verdictsIn((await check()).output)).toEqual([
      ['Unknown', 'NotTested'],
      ['Unknown', 'NotTested'],
    ]);
  });

  it('proves with it that each server is reached, and answers as a datastore', async () => {
    const { output, errors } = await check('--kubeconfig', kubeconfig());
    expect(errors).toBe('');
    expect(verdictsIn(output)).toEqual([
      ['Pass', 'ServersReached'],
      ['Pass', 'DatastoreAnswers'],
    ]);
  });

  it('logs in with a certificate as well', async () => {
    const { certificate, key } = CertificateAuthority.of(cluster.directory, 'authority').client('by-check');
    await grant(client, 'by-check', [
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get'] },
    ]);
    const user = { 'client-certificate': certificate, 'client-key': key };
    const { output } = await check('--kubeconfig', kubeconfig({ user }));
    expect(verdictsIn(output)[0]).toEqual(['Pass', 'ServersReached']);
  });

  it('fails where one of two servers is not reached, three times', async () => {
    await listServers(address, nowhere);
    const facts = await testApi({ kubeconfig: kubeconfig(), hostRoot, pause: 100 });
    expect(facts.apiAccess).toMatchObject({
      value: {
        ways: [
          { kind: 'server', address: `${address}:${port}`, outcome: 'ready' },
          { kind: 'server', address: `${nowhere}:${port}`, failing: true },
        ],
      },
    });
    await listServers(address);
  }, 60_000);

  it('tests the address of the service from a node of the cluster only', async () => {
    const nodeName = hostname().toLowerCase();
    const kinds = async (): Promise<unknown> => {
      const { apiAccess } = await testApi({ kubeconfig: kubeconfig(), hostRoot, nodeName, pause: 100 });
      return apiAccess?.status === 'observed' ? apiAccess.value.ways.map(({ kind }) => kind) : apiAccess;
    };
    expect(await kinds()).toEqual(['server']);
    await client.create('/api/v1/nodes', { metadata: { name: nodeName } });
    try {
      expect(await kinds()).toEqual(['service', 'server']);
    } finally {
      await client.remove(`/api/v1/nodes/${nodeName}`);
    }
  }, 60_000);

  it('trusts the cluster’s own authorities, and calls a certificate of others a failure only then', async () => {
    const stranger = CertificateAuthority.make(cluster.directory, 'stranger-to-check').pem;
    const ways = async (): Promise<unknown> => {
      const { apiAccess } = await testApi({
        // As a person's kubeconfig for a load balancer, whose certificate has another authority.
        kubeconfig: kubeconfig({
          user: { token },
          cluster: { 'certificate-authority-data': undefined, 'insecure-skip-tls-verify': true },
        }),
        hostRoot,
        pause: 100,
      });
      return apiAccess?.status === 'observed' ? apiAccess.value.ways : apiAccess;
    };
    const publish = async (pem: string): Promise<void> => {
      await client.create(configMaps, { metadata: { name: 'kube-root-ca.crt' }, data: { 'ca.crt': pem } });
    };
    const server = { kind: 'server', address: `${address}:${port}` };
    try {
      await publish(cluster.authority);
      expect(await ways()).toEqual([{ ...server, outcome: 'ready' }]);
      await client.remove(`${configMaps}/kube-root-ca.crt`);
      await publish(stranger);
      expect(await ways()).toMatchObject([{ ...server, outcome: 'other-authority', failing: true }]);
    } finally {
      await client.remove(`${configMaps}/kube-root-ca.crt`);
    }
  }, 60_000);

  describe('says clearly what is wrong', () => {
    const program = (text: string): string => {
      const path = file('login', text);
      chmodSync(path, 0o755);
      return path;
    };
    const exec = (command: string): Access => ({
      user: {
        exec: { apiVersion: 'client.authentication.k8s.io/v1', command, interactiveMode: 'Never' },
      },
    });

    it.each<[string, () => string, RegExp]>([
      ['a file that is missing', () => join(directory, 'nothing'), /nothing cannot be used: it does not exist/],
      ['a file that is none', () => file('none', 'kind: Config\n'), /names no current context with a cluster/],
      [
        'a token that is not valid',
        () => kubeconfig({ user: { token: 'of-nobody' } }),
        /does not accept the login of .*kubeconfig \(401\); it may have expired/,
      ],
      [
        'a program that is missing',
        () => kubeconfig(exec('/nonexistent/login')),
        /cannot log in with .*kubeconfig: .*\/nonexistent\/login.* ENOENT/,
      ],
      [
        'a program that fails',
        () => kubeconfig(exec(program('#!/bin/sh\necho no session >&2\nexit 3\n'))),
        /cannot log in with .*kubeconfig: .*(no session|3)/,
      ],
      [
        'a server that is not there',
        () => kubeconfig({ user: { token }, cluster: { server: 'https://127.0.0.1:1' } }),
        /https:\/\/127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/,
      ],
    ])('%s', async (_what, path, message) => {
      const { status, errors } = await check('--kubeconfig', path());
      expect(errors).toMatch(/^error: option '--kubeconfig <file>': /);
      expect(errors).toMatch(message);
      expect(status).toBe(2);
    });

    it('a tree of another machine', async () => {
      file('captured/etc/hostname', 'elsewhere\n');
      const { status, errors } = await check('--host-root', join(directory, 'captured'), '--kubeconfig', kubeconfig());
      expect([status, errors]).toEqual([2, expect.stringContaining('is not the root of this machine') as unknown]);
    });
  });
});

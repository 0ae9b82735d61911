import type { ClusterObjects } from '@calico-readiness/requirements';
import { declareProfile, foundObject, noClusterObjects, unreadableObject } from '@calico-readiness/requirements';
import type { AgentLog } from '../foundation/agent-log';
import { ProfileDetection } from './profile-detection';
import { UnreachableError } from './read-cluster-objects';

const nothing = { profile: declareProfile({}, ''), writtenPorts: {} };
const listOf = (kind: string, ...items: readonly object[]) =>
  foundObject({ apiVersion: 'crd.projectcalico.org/v1', kind: `${kind}List`, items });
const withPool = (mode: object): ClusterObjects => ({
  ...noClusterObjects,
  ipPools: listOf('IPPool', { metadata: { name: 'pods' }, spec: { cidr: '10.128.0.0/14', ...mode } }),
});
const vxlan = withPool({ vxlanMode: 'Always' });
const ipip = withPool({ ipipMode: 'Always' });

describe('ProfileDetection', () => {
  const warnings: string[] = [];
  const fields: object[] = [];
  const log: AgentLog = {
    debug: () => undefined,
    info: () => undefined,
    warn: (about, message) => {
      fields.push(about);
      warnings.push(message);
    },
    error: () => undefined,
  };
  /** Answers one after the other; the last one for ever. */
  const detectionOf = (...answers: readonly (ClusterObjects | Error)[]) => {
    let reads = 0;
    const read = () => {
      const answer = answers[Math.min(reads++, answers.length - 1)];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? noClusterObjects);
    };
    return { detection: new ProfileDetection({ read, nodeName: 'worker-1', log }), reads: () => reads };
  };
  const away = new UnreachableError('connection refused');

  beforeEach(() => {
    warnings.length = 0;
    fields.length = 0;
  });

  it('puts what is declared over what the objects show', async () => {
    const { detection } = detectionOf(vxlan);
    const declaration = { profile: declareProfile({ bgp: false }, 'command line'), writtenPorts: {} };

    expect(await detection.profile(declaration, 900)).toMatchObject({
      bgp: { value: false, source: 'declared', from: 'command line' },
      encapsulation: { value: ['VXLAN'], source: 'detected', from: 'IPPool pods' },
    });
  });

  it("counts the node's own FelixConfiguration", async () => {
    const ofNode = { metadata: { name: 'node.worker-1' }, spec: { wireguardEnabled: true } };
    const felixConfigurations = listOf('FelixConfiguration', { metadata: { name: 'default' }, spec: {} }, ofNode);
    const { detection } = detectionOf({ ...noClusterObjects, felixConfigurations });

    expect((await detection.profile(nothing, 900))?.wireguard).toMatchObject({ value: true, source: 'detected' });
  });

  it('reads the objects once in the given time, and again when it has passed or somebody asks', async () => {
    const { detection, reads } = detectionOf(ipip, vxlan);
    const encapsulation = async (age: number) => (await detection.profile(nothing, age))?.encapsulation.value;

    expect([await encapsulation(900), await encapsulation(900), reads()]).toEqual([['IPIP'], ['IPIP'], 1]);
    expect([await encapsulation(0), reads()]).toEqual([['VXLAN'], 2]);
    detection.expire();
    expect([await encapsulation(900), reads()]).toEqual([['VXLAN'], 3]);
  });

  it('knows no profile until the API has answered, and keeps the last one while it is away', async () => {
    const { detection } = detectionOf(away, vxlan, away);

    expect(await detection.profile(nothing, 0)).toBeUndefined();
    expect((await detection.profile(nothing, 0))?.encapsulation.value).toEqual(['VXLAN']);
    expect((await detection.profile(nothing, 0))?.encapsulation.value).toEqual(['VXLAN']);
    expect(warnings).toEqual(Array.from({ length: 2 }, () => 'Can not read the objects that show the cluster profile'));
  });

  it.each([
    [
      'keeps what it knows of an object that fails for now, and asks again with the next observation',
      'HTTP status 503',
      ['VXLAN'],
      3,
    ],
    ['takes the default of an object that it may not read any more', 'forbidden', ['IPIP'], 2],
  ])('%s', async (_, reason, expected, reads) => {
    const counted = detectionOf(vxlan, { ...noClusterObjects, ipPools: unreadableObject(reason) });
    const encapsulation = async () => (await counted.detection.profile(nothing, 900))?.encapsulation.value;

    expect(await encapsulation()).toEqual(['VXLAN']);
    counted.detection.expire();
    expect(await encapsulation()).toEqual(expected);
    expect(await encapsulation()).toEqual(expected);
    expect(counted.reads()).toBe(reads);
  });

  it('says once what it may not read, and again when that changes', async () => {
    const without = (...names: (keyof ClusterObjects)[]): ClusterObjects => ({
      ...vxlan,
      ...Object.fromEntries(names.map((name) => [name, unreadableObject('forbidden')])),
    });
    const one = without('installation');
    const two = without('installation', 'felixConfigurations');
    const { detection } = detectionOf(one, one, one, two, two, vxlan, one);
    const told: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      await detection.profile(nothing, 0);
      told.push(warnings.length);
    }

    expect(told).toEqual([1, 1, 1, 2, 2, 2, 3]);
    expect(warnings[0]).toContain('can not read all objects that show the cluster profile');
    expect(fields[1]).toEqual({ unread: ['installation (forbidden)', 'felixConfigurations (forbidden)'] });
  });

  it('does not hide a defect', async () => {
    await expect(detectionOf(new TypeError('x is not a function')).detection.profile(nothing, 0)).rejects.toThrow(
      TypeError,
    );
  });
});

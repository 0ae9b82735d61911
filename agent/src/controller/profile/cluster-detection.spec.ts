import type { ClusterObjects } from '@calico-readiness/requirements';
import { foundObject, noClusterObjects, unreadableObject } from '@calico-readiness/requirements';
import { UnreachableError } from '../../cluster/read-cluster-objects';
import type { AgentLog } from '../../foundation/agent-log';
import { ClusterDetection } from './cluster-detection';

const pools = (items: readonly object[]): ClusterObjects => ({
  ...noClusterObjects,
  ipPools: foundObject({ apiVersion: 'crd.projectcalico.org/v1', kind: 'IPPoolList', items }),
});
const withPools = pools([{ metadata: { name: 'pods' } }]);
const forbidden = { ...noClusterObjects, ipPools: unreadableObject('forbidden') };

describe('ClusterDetection', () => {
  const warnings: string[] = [];
  const log: AgentLog = {
    debug: () => undefined,
    info: () => undefined,
    warn: (_about, message) => warnings.push(message),
    error: () => undefined,
  };
  /** Answers one after the other; the last one for ever. */
  const detectionOf = (...answers: readonly (ClusterObjects | Error)[]): ClusterDetection => {
    let reads = 0;
    const read = () => {
      const answer = answers[Math.min(reads++, answers.length - 1)];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? noClusterObjects);
    };
    return new ClusterDetection({ read, log });
  };
  const away = new UnreachableError('connection refused');

  beforeEach(() => {
    warnings.length = 0;
  });

  it('knows nothing until the API has answered, and keeps what it knows while it is away', async () => {
    const detection = detectionOf(away, withPools, away);

    expect([await detection.readAgain(), detection.objects]).toEqual([false, undefined]);
    expect([await detection.readAgain(), detection.objects]).toEqual([true, withPools]);
    expect([await detection.readAgain(), detection.objects]).toEqual([false, withPools]);
  });

  it.each([
    ['HTTP status 503', false],
    ['forbidden', true],
  ])('takes an object to be as it was that could not be read: %s', async (reason, isSettled) => {
    const detection = detectionOf(withPools, { ...noClusterObjects, ipPools: unreadableObject(reason) });
    await detection.readAgain();

    expect(await detection.readAgain()).toBe(isSettled);
    expect(detection.objects?.ipPools).toEqual(withPools.ipPools);
    expect(detection.unread).toEqual([{ name: 'ipPools', reason, isKept: true }]);
  });

  it('says of an object that was never read that nothing is kept of it', async () => {
    const detection = detectionOf(forbidden, forbidden, withPools);
    await detection.readAgain();
    await detection.readAgain();
    expect(detection.unread).toEqual([{ name: 'ipPools', reason: 'forbidden', isKept: false }]);

    await detection.readAgain();
    expect([detection.objects, detection.unread]).toEqual([withPools, []]);
  });

  it('says once what it cannot read, and again when that changes', async () => {
    const two = { ...forbidden, installation: unreadableObject('forbidden') };
    const detection = detectionOf(forbidden, forbidden, two, two, withPools, forbidden);
    const told: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      await detection.readAgain();
      told.push(warnings.length);
    }

    expect(told).toEqual([1, 1, 2, 2, 2, 3]);
  });

  it('does not hide a defect', async () => {
    await expect(detectionOf(new TypeError('x is not a function')).readAgain()).rejects.toThrow(TypeError);
  });
});

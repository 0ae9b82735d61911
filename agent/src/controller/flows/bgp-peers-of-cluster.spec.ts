import type { ClusterObject } from '@calico-readiness/requirements';
import { absentObject, declareProfile, foundObject, unreadableObject } from '@calico-readiness/requirements';
import { UnreachableError } from '../../cluster/read-cluster-objects';
import { silentLog } from '../../foundation/agent-log';
import { BgpPeersOfCluster } from './bgp-peers-of-cluster';

function bgpPeers(...answers: readonly (ClusterObject | Error)[]) {
  const told: unknown[] = [];
  let asked = 0;
  const peers = new BgpPeersOfCluster({
    read: () => {
      const answer = answers[asked++];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? absentObject);
    },
    log: { ...silentLog, warn: (fields) => told.push(fields) },
  });
  const read = async (times: number, bgp = true): Promise<ClusterObject> => {
    for (let time = 0; time < times; time += 1) await peers.readAgain(declareProfile({ bgp }, ''));
    return peers.list;
  };
  return { read, told, asked: () => asked };
}

const forbidden = unreadableObject('forbidden');
const some = foundObject({ kind: 'BGPPeerList' });

describe('the BGPPeers of a cluster', () => {
  it('are unreadable, not absent, until they were read', async () => {
    expect(await bgpPeers().read(0)).toMatchObject({ status: 'unreadable' });
    expect(await bgpPeers(absentObject).read(1)).toEqual(absentObject);
  });

  it.each([forbidden, new UnreachableError('gone')])(
    'stay as they were while they cannot be read: %j',
    async (failure) => {
      const { read, told } = bgpPeers(some, failure, failure);
      expect(await read(3)).toEqual(some);
      expect(told).toHaveLength(1);
    },
  );

  it('are asked for only where the profile has BGP', async () => {
    const { read, asked } = bgpPeers(some);
    await read(3, false);
    expect(asked()).toBe(0);
  });
});

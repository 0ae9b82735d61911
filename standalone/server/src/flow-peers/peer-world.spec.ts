import fc from 'fast-check';
import { hashOf, readPeerList, ringOf, visitsBetween } from '@calico-readiness/requirements';
import { ObjectStore } from '../kubernetes/object-store';
import { plainKubernetesTypes } from '../kubernetes/resource-type';
import { firstLag, leastLag } from './first-lag';
import { networkScript, peerScripts } from './network-script';
import { peerTypes, publishPeers } from './peer-objects';
import { closedPeer, freePart, peerWorld } from './peer-world';

const world = peerWorld('this-machine')!;

describe('the addresses of peers', () => {
  it.each([
    [[], 0],
    [['10.0.0.1', '198.51.100.200', 'fe80::1'], 0],
    [['198.51.100.1', '198.51.100.17'], 32],
    [Array.from({ length: 256 }, (_none, index) => `198.51.100.${index}`), undefined],
  ])('begin where no device has any: %#', (used, first) => {
    expect(freePart(used)).toBe(first);
  });

  it('are one for this machine and one for each peer, in one network', () => {
    const addresses = [world.self, ...world.peers].map((peer) => peer.addresses.IPv4);
    expect(new Set(addresses).size).toBe(4);
    expect(new Set([world.self, ...world.peers].map(({ subnet }) => subnet))).toEqual(new Set([world.subnet]));
  });
});

describe('the list of peers', () => {
  it('is read by agents as it was written, with a key that is long enough', () => {
    const store = new ObjectStore([...plainKubernetesTypes, ...peerTypes]);
    publishPeers(store, world);
    const [configMap, secret] = peerTypes.map((type) => store.list(type)[0]?.['data'] as Record<string, string>);
    expect(readPeerList([configMap?.['peers'] ?? ''])).toEqual({
      peers: expect.arrayContaining([world.self, ...world.peers]) as unknown,
      refused: 0,
    });
    expect(Buffer.from(secret?.['key'] ?? '', 'base64')).toHaveLength(32);
  });
});

describe('the script that makes the network', () => {
  it('has a firewall at one peer, and changes nothing outside but its own device', () => {
    const scripts = Object.values(peerScripts(world));
    expect(scripts.map((script) => script.includes('nft '))).toEqual([false, false, true]);
    const outside = networkScript(world, 'flows7')
      .split('\n')
      .filter((line) => line.startsWith('outside '));
    expect(outside).toHaveLength(3);
    expect(outside.every((line) => / flows7( |$)/.test(line))).toBe(true);
  });
});

describe('the time at which tests begin', () => {
  it('is at least a quarter of an hour back, and the plan has no visit to the closed peer in its first minute', () => {
    const ring = ringOf([world.self, ...world.peers]);
    const [source, closed] = [world.self.key, hashOf(closedPeer)].map((key) => ring.places.get(key));
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (now) => {
        const lag = firstLag(world, now);
        expect(lag).toBeGreaterThanOrEqual(leastLag);
        const visits = visitsBetween(ring, source!, now - lag, now - lag + 60_000);
        expect(visits.map(({ target }) => target)).not.toContain(closed);
      }),
    );
  });
});

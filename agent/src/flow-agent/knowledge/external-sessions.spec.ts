import type { ExternalPeer } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { Network } from '../../host/flows/network';
import type { Connection } from '../../parsers/proc/proc-net-connections';
import { ExternalSessionWatch } from './external-sessions';

const router = (address: string, port?: number): ExternalPeer => ({
  address,
  family: address.includes(':') ? 'IPv6' : 'IPv4',
  port,
});
const session = (local: number, address: string, remote: number): Connection => ({
  local: { address: '10.0.0.1', port: local },
  remote: { address, port: remote },
});

function watch(connections: readonly Connection[], elsewhere?: string) {
  const asked: number[] = [];
  let time = 0;
  const network: Pick<Network, 'portUse' | 'elsewhere'> = {
    elsewhere,
    portUse: (port) => {
      asked.push(port);
      if (port === 666) return Promise.resolve(unavailable('denied', '/proc/1/net/tcp'));
      const established = connections.filter(({ local, remote }) => [local.port, remote.port].includes(port));
      return Promise.resolve(observed({ established, listening: true }, ''));
    },
  };
  const clock = { wall: () => time, steady: () => time };
  return {
    asked,
    pass: (milliseconds: number) => void (time += milliseconds),
    sessions: new ExternalSessionWatch({ network, clock }),
  };
}

describe('sessions with speakers of BGP that are no nodes', () => {
  it.each<[string, ExternalPeer, readonly Connection[], number, boolean]>([
    ['that it connected to', router('192.0.2.1'), [session(40_000, '192.0.2.1', 179)], 179, true],
    ['that connected to it', router('192.0.2.1'), [session(179, '192.0.2.1', 40_000)], 179, true],
    ['on a port of its own', router('192.0.2.1', 1790), [session(40_000, '192.0.2.1', 1790)], 179, true],
    [
      'that connected to another port of the node',
      router('192.0.2.1'),
      [session(1179, '192.0.2.1', 40_000)],
      1179,
      true,
    ],
    ['of IPv6', router('2001:db8:0:0:0:0:0:1'), [session(179, '2001:db8::1', 40_000)], 179, true],
    ['of a link-local address', router('fe80:0:0:0:0:0:0:1'), [session(179, 'fe80::1', 40_000)], 179, true],
    ['none of a link-local address', router('fe80:0:0:0:0:0:0:1'), [session(179, 'fe80::2', 40_000)], 179, false],
    ['none with another address', router('192.0.2.1'), [session(179, '192.0.2.10', 40_000)], 179, false],
    ['none over another port', router('192.0.2.1', 1790), [session(40_000, '192.0.2.1', 443)], 179, false],
    ['none where connections cannot be read', router('192.0.2.1', 666), [], 666, false],
  ])('are seen: %s', async (_, peer, connections, port, isUp) => {
    const { sessions } = watch(connections);
    await sessions.look([peer], port);
    const missing = isUp ? [] : [peer.address];
    expect(sessions.of(peer.family)).toEqual({ needed: 1, up: Number(isUp), missing });
    expect(sessions.of(peer.family === 'IPv4' ? 'IPv6' : 'IPv4')).toBeUndefined();
  });

  it('are looked for every two minutes, and at once for other peers or on request', async () => {
    const { sessions, asked, pass } = watch([]);
    const peers = [router('192.0.2.1')];
    const look = async (of = peers) => {
      await sessions.look(of, 179);
      return asked.splice(0).length;
    };
    expect([await look(), await look(), await look([...peers])]).toEqual([1, 0, 1]);
    pass(121_000);
    expect([await look(), await look()]).toEqual([1, 0]);
    sessions.lookAgain();
    expect(await look()).toBe(1);
  });

  it('of many peers name four, and read the connections of few ports', async () => {
    const { sessions, asked } = watch([]);
    await sessions.look(
      Array.from({ length: 30 }, (_, index) => router(`192.0.2.${String(index)}`, 1000 + index)),
      179,
    );
    expect(sessions.of('IPv4')).toMatchObject({ needed: 30, up: 0 });
    expect(sessions.of('IPv4')?.missing).toHaveLength(4);
    expect(asked).toHaveLength(8);
  });

  it.each([undefined, []])('are nobody’s where peers are %j: nothing is read', async (peers) => {
    const { sessions, asked } = watch([]);
    await sessions.look(peers, 179);
    expect(sessions.of('IPv4')).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('of another machine do not count', async () => {
    const { sessions } = watch([session(179, '192.0.2.1', 40_000)], 'another network');
    await sessions.look([router('192.0.2.1')], 179);
    expect(sessions.of('IPv4')).toMatchObject({ up: 0 });
  });
});

import { observed, unavailable } from '../model/fact';
import type { Listener } from '../model/host-network';
import { describePorts, holderOf, portHolder } from './port-use';

const bgp = { protocol: 'tcp', port: 179 } as const;
const listener = (process: string | null, unit?: string): Listener => ({
  ...bgp,
  address: '::',
  process,
  ...(unit !== undefined && { unit }),
});
const listeners = (...processes: (string | null)[]) =>
  observed<readonly Listener[]>(
    processes.map((process) => listener(process)),
    'a test',
  );

describe('portHolder', () => {
  it.each([
    [[], 'free'],
    [['bird'], 'calico'],
    [['bird', null], 'unidentified'],
    [['bird', null, 'bgpd'], 'other'],
    [['birdwatch'], 'other'],
  ] as const)('%j: %s', (processes, expected) => expect(portHolder(listeners(...processes), [bgp])).toBe(expected));

  it('proves nothing from listeners that could not be read', () => {
    expect(portHolder(unavailable('denied', '/proc/1/net/tcp'), [bgp])).toBe('free');
  });
});

describe('holderOf', () => {
  it.each([
    ['bird', 'bird.service', 'other'],
    ['bird6', 'routing@1.service', 'other'],
    ['calico-node', 'monitor.service', 'other'],
    ['typha', 'typha.service', 'other'],
    ['bird', 'calico-node.service', 'calico'],
    ['bird', 'calico.service', 'calico'],
    ['bird', 'calicoon.service', 'other'],
    ['bird', undefined, 'calico'],
    ['calico', undefined, 'calico'],
    ['sshd', 'calico-node.service', 'other'],
  ])('%s of %s is %s', (process, unit, expected) => expect(holderOf(listener(process, unit))).toBe(expected));

  it('says nothing of a socket of UDP that no process was found for', () => {
    expect(holderOf({ protocol: 'udp', port: 4789, address: '::', process: null })).toBe('kernel');
  });
});

describe('describePorts', () => {
  it('names each process once, with its unit', () => {
    const found = observed([listener('bird'), listener('bird'), listener('bird', 'bird.service'), listener(null)], 'x');
    expect(describePorts(found, [bgp])).toBe('TCP 179: bird, bird (bird.service), unknown process');
  });
});

import { observed, unavailable } from '../model/fact';
import type { Listener } from '../model/host-facts';
import { describePorts, portHolder } from './port-use';

const bgp = { protocol: 'tcp', port: 179 } as const;
const listeners = (...processes: (string | null)[]) =>
  observed<readonly Listener[]>(
    processes.map((process) => ({ ...bgp, address: '::', process })),
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

describe('describePorts', () => {
  it('names each process once', () => {
    expect(describePorts(listeners('bird', 'bird', null), [bgp])).toBe('TCP 179: bird, unknown process');
  });
});

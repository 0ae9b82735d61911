import { Wire } from '../../test/flows/wire';
import { keyringOf } from '../host/flows/keyring';
import type { Network } from '../host/flows/network';
import type { ChallengeAsker, ChallengeTarget } from './challenge-target';
import { probeChallenge } from './challenge-probe';
import type { ProbeResult } from './outcome';
import { Responder } from './responder/responder';

const [here, there] = [
  { key: 1, address: '10.0.0.1' },
  { key: 2, address: '10.0.0.2' },
];
const keys = keyringOf(new Uint8Array(32).fill(7));
const target: ChallengeTarget = { peer: there, flow: { protocol: 'vxlan', port: 4789 } };
const asker: ChallengeAsker = { own: { key: 1 }, keys, epoch: 9, visit: 3, retest: false, answerExpected: true };

interface Situation {
  readonly target?: Partial<ChallengeTarget>;
  readonly asker?: Partial<ChallengeAsker>;
  readonly network?: Partial<Network>;
  /** Prepares the wire on which a responder stands, with these keys. */
  readonly prepare?: (wire: Wire) => void;
  readonly answerKeys?: typeof keys;
  readonly refuses?: boolean;
}

async function probed(situation: Situation): Promise<{ readonly result: ProbeResult; readonly wire: Wire }> {
  const wire = new Wire();
  const responder = Responder.open(wire.networkAt(there.address), {
    ...{
      own: [there],
      peers: [here],
      flows: [target.flow, { protocol: 'ipip', port: 0 }],
      answers: () => situation.refuses !== true,
    },
    ...{ keys: situation.answerKeys ?? keys, epoch: () => 9 },
  });
  if (typeof responder === 'string') throw new Error(responder);
  wire.meanwhile = () => void responder.look();
  situation.prepare?.(wire);
  const network = { ...wire.networkAt(here.address), ...situation.network };
  const [asked, of] = [
    { ...asker, ...situation.asker },
    { ...target, ...situation.target },
  ];
  const result = await probeChallenge(network, of, asked, { timeoutMs: 5000 });
  responder.close();
  expect(wire.open).toBe(0);
  return { result, wire };
}

const withLastByteFlipped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte));

const dropping = (wire: Wire): void => void (wire.pass = () => []);

describe('a challenge', () => {
  it('shows an open flow by the answer, of which one is enough', async () => {
    for (const packetBytes of [undefined, 1500]) {
      const more = packetBytes === undefined ? {} : { packetBytes };
      const { result, wire } = await probed({ target: more });
      expect(result).toMatchObject({ outcome: 'open', method: 'challenge' });
      expect(wire.sent).toHaveLength(2);
      expect(wire.sent[0]?.bytes).toHaveLength(packetBytes === undefined ? 90 : 1480);
    }
  });

  it('is sent again, each time another one, and silence is listened to twice', async () => {
    const { result, wire } = await probed({ prepare: dropping });
    expect(result).toMatchObject({ outcome: 'filtered', said: 'no answer in 2 times 5 s' });
    expect(new Set(wire.sent.map(({ bytes }) => bytes.join())).size).toBe(6);
    expect(wire.now).toBeLessThan(10_100);
  });

  it('is silent, which is filtered, where the way back is closed or nobody has the key', async () => {
    const back = await probed({
      prepare: (wire) => void (wire.pass = (packet) => (packet.source === there.address ? [] : [packet])),
    });
    const forged = await probed({ answerKeys: keyringOf(new Uint8Array(32)) });
    for (const { result } of [back, forged]) expect(result).toMatchObject({ outcome: 'filtered' });
  });

  it('is not answered by what it was itself, by another answer, or from another address', async () => {
    const [, earlier] = (await probed({})).wire.sent;
    if (earlier === undefined) throw new Error('no answer');
    const passes: Wire['pass'][] = [
      (packet) =>
        packet.source === here.address ? [{ ...packet, source: there.address, destination: here.address }] : [],
      (packet) => [packet.source === there.address ? { ...packet, bytes: withLastByteFlipped(packet.bytes) } : packet],
      (packet) => [packet.source === there.address ? earlier : packet],
      (packet) => [packet.source === there.address ? { ...packet, source: '10.0.0.3' } : packet],
    ];
    for (const pass of passes) {
      const { result } = await probed({ prepare: (wire) => void (wire.pass = pass) });
      expect(result.outcome).toBe('filtered');
    }
  });

  it('is untested where the peer refuses, by an authentic word', async () => {
    const { result, wire } = await probed({ refuses: true });
    expect(result).toMatchObject({ outcome: 'untested', said: 'the peer refuses to be tested now' });
    expect(wire.sent).toHaveLength(2);
  });

  it('is untested, and never filtered, where nobody is known to answer', async () => {
    const { result } = await probed({ asker: { answerExpected: false }, prepare: dropping });
    expect(result).toMatchObject({ outcome: 'untested', said: expect.stringContaining('nobody is known') as string });
    expect((await probed({ asker: { answerExpected: false } })).result.outcome).toBe('open');
  });

  it.each<readonly [string, Situation, string]>([
    ['there is no key', { asker: { keys: undefined } }, 'no key'],
    ['there is no raw socket', { network: { openRaw: () => 'raw sockets need CAP_NET_RAW' } }, 'CAP_NET_RAW'],
    ['it is in another network', { network: { elsewhere: 'elsewhere' } }, 'elsewhere'],
    ['the peer is this host', { target: { peer: here } }, 'one of this host'],
    ['the size is none', { target: { packetBytes: 80 } }, 'no packets of this size'],
    [
      'IP-in-IP would be of IPv6',
      { target: { peer: { key: 2, address: 'fd00::2' }, flow: { protocol: 'ipip', port: 0 } } },
      'IPv4 alone',
    ],
    ['the device is too narrow', { prepare: (wire) => void (wire.refuse = () => 'EMSGSIZE') }, 'carries no packet'],
  ])('is untested where %s, and nothing is sent', async (_case, situation, said) => {
    const { result, wire } = await probed(situation);
    expect(result).toMatchObject({ outcome: 'untested', said: expect.stringContaining(said) as string });
    expect(wire.sent).toEqual([]);
  });

  it.each([
    ['EPERM', 'filtered'],
    ['ENETUNREACH', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENOBUFS', 'untested'],
  ])('that cannot be sent for %s is %s', async (code, outcome) => {
    expect((await probed({ prepare: (wire) => void (wire.refuse = () => code) })).result.outcome).toBe(outcome);
    if (code === 'ENETUNREACH')
      expect((await probed({ network: { sourceOf: () => Promise.resolve({ code }) } })).result.outcome).toBe(outcome);
  });

  it.each([
    [3, 13, 'prohibited', 'admin-prohibited'],
    [3, 9, 'prohibited', 'net-prohibited'],
    [3, 4, 'prohibited', 'fragmentation-needed, 1400 bytes'],
    [3, 1, 'unreachable', 'host-unreachable'],
    [3, 3, 'filtered', 'port-unreachable'],
    [3, 2, 'filtered', 'protocol-unreachable'],
  ] as const)('that is told of by ICMP type %i code %i is %s', async (type, code, outcome, said) => {
    const { result } = await probed({
      prepare: (wire) =>
        void (wire.pass = ({ bytes, source, destination }) => {
          const quoted = [
            0x45,
            0,
            0,
            0,
            0,
            0,
            0x40,
            0,
            1,
            17,
            0,
            0,
            ...source.split('.'),
            ...destination.split('.'),
          ].map(Number);
          const message = Uint8Array.from([type, code, 0, 0, 0, 0, 5, 0x78, ...quoted, ...bytes.subarray(0, 8)]);
          return [{ family: 4, protocol: 'icmp', source: '10.0.0.254', destination: source, bytes: message }];
        }),
    });
    expect(result).toMatchObject({ outcome, said: expect.stringContaining(said) as string });
  });
});

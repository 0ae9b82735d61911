import * as fc from 'fast-check';
import type { WirePacket } from '../../../test/flows/wire';
import { Wire } from '../../../test/flows/wire';
import { keyringOf } from '../../host/flows/keyring';
import type { FlowMessage } from '../../parsers/packets/flow-message';
import { largestMessage } from '../../parsers/packets/flow-message';
import { messageBytes } from '../packets/flow-message';
import { flowPacket } from '../packets/flow-packet';
import { ChallengeBook, mostNonces } from './challenge-book';
import { Responder } from './responder';
import type { ReceivedKind, ResponderOptions } from './responder-options';

const addresses = { 4: ['10.0.0.1', '10.0.0.2'], 6: ['fd00::1', 'fd00::2'] } as const;
const [visitor, own, epoch] = [11, 22, 1000] as const;
const keys = keyringOf(new Uint8Array(32).fill(7));
const ports = { vxlan: 4789, wireguard: 51_820, ipip: 0 } as const;
const allFlows = (['vxlan', 'wireguard', 'ipip'] as const).map((protocol) => ({ protocol, port: ports[protocol] }));

const challenge: FlowMessage = {
  ...{ kind: 'challenge', protocol: 'vxlan', family: 4, retest: false, epoch, visit: 5, size: 0 },
  ...{ sender: visitor, receiver: own, nonce: new Uint8Array(16).fill(1) },
};

/** A challenge as it comes over the wire; what it is sealed with, and where it comes from, can be another. */
function packetOf(
  message: FlowMessage,
  { ring = keys, from = 0 }: { ring?: typeof keys; from?: 0 | 1 } = {},
): WirePacket {
  const { protocol, family, sender, receiver } = message;
  const [source, destination] = [addresses[family][from], addresses[family][1]];
  const path = { protocol, source, destination, port: ports[protocol], mark: 61_234, sender, receiver };
  const bytes = flowPacket(
    path,
    messageBytes(message, (sealed) => ring.tag(message.epoch, sealed)),
  );
  return { family, protocol: protocol === 'ipip' ? 'ipip' : 'udp', source, destination, bytes };
}

function responder(options: Partial<ResponderOptions> = {}) {
  const wire = new Wire();
  const party = (key: number, place: 0 | 1) =>
    ([4, 6] as const).map((family) => ({ key, address: addresses[family][place] }));
  const opened = Responder.open(wire.networkAt(addresses[4][1]), {
    ...{
      own: party(own, 1),
      peers: [...party(visitor, 0), { key: 33, address: '10.0.0.2' }],
      flows: allFlows,
      keys,
      epoch: () => epoch,
      answers: () => true,
    },
    ...options,
  });
  if (typeof opened === 'string') throw new Error(opened);
  const take = (...packets: readonly WirePacket[]): readonly ReceivedKind[] => {
    for (const packet of packets) wire.deliver({ ...packet, destination: addresses[4][1] });
    return opened.look();
  };
  return { wire, opened, take };
}

describe('a responder', () => {
  it.each(['vxlan', 'wireguard', 'ipip'] as const)('answers over the same flow, in as many bytes: %s', (protocol) => {
    for (const size of [0, 1000]) {
      const { wire, take } = responder();
      const packet = packetOf({ ...challenge, protocol, size });
      expect(take(packet)).toEqual(['answered']);
      expect(wire.sent).toMatchObject([{ destination: addresses[4][0], bytes: { length: packet.bytes.length } }]);
    }
  });

  it.each([
    ['sealed with another key', 'forged', packetOf(challenge, { ring: keyringOf(new Uint8Array(32)) })],
    ['of an epoch that is over', 'stale', packetOf({ ...challenge, epoch: epoch - 2 })],
    ['of an epoch to come', 'stale', packetOf({ ...challenge, epoch: epoch + 2 })],
    ['from another address', 'stranger', packetOf(challenge, { from: 1 })],
    ['of another node', 'stranger', packetOf({ ...challenge, sender: visitor + 1 })],
    ['to another node', 'stranger', packetOf({ ...challenge, receiver: own + 1 })],
    ['that is an answer', 'malformed', packetOf({ ...challenge, kind: 'answer' })],
    ['that is a refusal', 'malformed', packetOf({ ...challenge, kind: 'refusal' })],
    [
      'that says it is of another flow',
      'malformed',
      { ...packetOf({ ...challenge, protocol: 'ipip' }), protocol: 'udp' },
    ],
    ['with more than a message has', 'malformed', packetOf({ ...challenge, size: largestMessage + 2 })],
  ] as const)('does not answer one %s', (_case, kind, packet) => {
    const { wire, take } = responder();
    expect(take(packet)).toEqual([kind]);
    expect(wire.sent).toEqual([]);
  });

  it('does not answer over a flow that it is not asked to', () => {
    const { take } = responder({ flows: [{ protocol: 'vxlan', port: 4790 }] });
    expect(take(packetOf(challenge))).toEqual(['malformed']);
  });

  it('answers the epochs next to the current one, and none of them twice', () => {
    const { take } = responder();
    const packets = [epoch - 1, epoch, epoch + 1].map((each) =>
      packetOf({ ...challenge, epoch: each, nonce: new Uint8Array(16).fill(each % 256) }),
    );
    expect(take(...packets)).toEqual(['answered', 'answered', 'answered']);
    expect(take(...packets)).toEqual(['repeated', 'repeated', 'repeated']);
  });

  it('asks whether it may, and does so once for each', () => {
    const asked: unknown[] = [];
    const { wire, take } = responder({ answers: (each) => asked.push(each) > 1 });
    const packet = packetOf({ ...challenge, retest: true, size: 1000 });
    expect([...take(packet), ...take(packet)]).toEqual(['refused', 'repeated']);
    // A refusal, which is small.
    expect(wire.sent.map(({ bytes }) => bytes.length)).toEqual([90]);
    expect(asked).toMatchObject([
      { sender: visitor, visit: 5, retest: true, protocol: 'vxlan', family: 4, size: 1000 },
    ]);
  });

  it('answers so many at once and no more, and goes on later', () => {
    const { wire, take, opened } = responder();
    const nonce = (number: number): Uint8Array => Uint8Array.from({ length: 16 }, (_, index) => number >> index);
    const many = Array.from({ length: 600 }, (_, index) => packetOf({ ...challenge, nonce: nonce(index) }));
    const kinds = [...take(...many), ...opened.look(), ...opened.look()];
    expect(kinds.filter((kind) => kind === 'answered')).toHaveLength(512);
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(88);
    wire.now += 1000;
    expect(take(packetOf({ ...challenge, nonce: nonce(1000) }))).toEqual(['answered']);
  });

  it('answers in a small packet where this host carries no larger one', () => {
    const { wire, take } = responder();
    wire.refuse = ({ bytes }) => (bytes.length > 1400 ? 'EMSGSIZE' : undefined);
    expect(take(packetOf({ ...challenge, size: 1450 }))).toEqual(['answered']);
    expect(wire.sent.map(({ bytes }) => bytes.length)).toEqual([90]);
  });

  it('has a socket for each protocol, family and peer while it is open, and none after', () => {
    const { wire, opened, take } = responder();
    expect(wire.open).toBe(5);
    take(packetOf(challenge));
    expect(wire.open).toBe(5);
    opened.close();
    expect(wire.open).toBe(0);
  });

  it('has one for all where many are expected, and answers none but them', () => {
    const many = Array.from({ length: 17 }, (_, index) => ({ key: 100 + index, address: `10.0.1.${String(index)}` }));
    const { wire, take } = responder({ peers: many });
    expect(wire.open).toBe(2);
    expect(take(packetOf(challenge))).toEqual(['stranger']);
  });

  it('hears nobody but the one that is expected, where it is one', () => {
    const { take } = responder({ peers: [{ key: visitor, address: addresses[4][0] }] });
    expect(take(packetOf(challenge, { from: 1 }))).toEqual([]);
    expect(take(packetOf(challenge))).toEqual(['answered']);
  });

  it('has one for all where there is no way from one of its addresses, and none in another network', () => {
    const wire = new Wire();
    const network = wire.networkAt(addresses[4][1]);
    const options = {
      ...{ own: [{ key: own, address: addresses[4][1] }], peers: [{ key: visitor, address: addresses[4][0] }] },
      ...{ flows: allFlows, keys, epoch: () => epoch, answers: () => true },
    };
    const openRaw: typeof network.openRaw = (question) =>
      question.peer === undefined ? network.openRaw(question) : 'no raw socket: EINVAL';
    expect(Responder.open({ ...network, openRaw }, options)).toBeInstanceOf(Responder);
    expect(wire.open).toBe(2);
    expect(Responder.open({ ...network, elsewhere: 'elsewhere' }, options)).toBe('elsewhere');
  });

  it('leaves none behind where it cannot open all of them', () => {
    const wire = new Wire();
    const network = wire.networkAt(addresses[4][1]);
    const options = {
      own: [{ key: own, address: addresses[4][1] }],
      peers: [{ key: visitor, address: addresses[4][0] }],
    };
    const openRaw: typeof network.openRaw = (question) => (wire.open === 0 ? network.openRaw(question) : 'no more');
    const opened = Responder.open(
      { ...network, openRaw },
      { ...options, flows: allFlows, keys, epoch: () => 0, answers: () => true },
    );
    expect(opened).toBe('no more');
    expect(wire.open).toBe(0);
  });
});

describe('what comes to a responder', () => {
  const protocol = fc.constantFrom('vxlan' as const, 'wireguard' as const, 'ipip' as const);
  const anyPacket = fc
    .record({ protocol, size: fc.integer({ min: 0, max: 1500 }), at: fc.nat(), flip: fc.integer({ min: 1, max: 255 }) })
    .map(({ at, flip, ...said }) => {
      const packet = packetOf({ ...challenge, ...said });
      const bytes = Uint8Array.from(packet.bytes);
      // Heads of tunnels are vouched for by nobody: a changed byte is one of the message behind them.
      const heads = { vxlan: 30, wireguard: 8, ipip: 20 }[said.protocol];
      const place = heads + (at % (bytes.length - heads));
      bytes[place] = (bytes[place] ?? 0) ^ flip;
      return { ...packet, bytes };
    });

  it('is never answered once a byte of the message is another, wherever', () => {
    const { wire, take } = responder();
    fc.assert(
      fc.property(anyPacket, (packet) => {
        expect(take(packet)).not.toContain('answered');
        expect(wire.sent).toEqual([]);
      }),
    );
  });

  it('is never answered where it is any bytes, cut or long, over any flow', () => {
    const anyBytes = fc.record({
      protocol: fc.constantFrom('udp' as const, 'ipip' as const),
      bytes: fc.uint8Array({ maxLength: 200 }),
      family: fc.constantFrom(4 as const, 6 as const),
    });
    const { take } = responder();
    fc.assert(
      fc.property(anyBytes, ({ family, ...packet }) => {
        const [source, destination] = addresses[family];
        expect(take({ ...packet, family, source, destination })).not.toContain('answered');
      }),
    );
  });
});

describe('the book of answered challenges', () => {
  const nonce = (number: number): Uint8Array => new Uint8Array(new Uint32Array([number, 0, 0, 0]).buffer);

  it('takes so many and no more, until their epochs are over', () => {
    const book = new ChallengeBook();
    for (let number = 0; number < mostNonces; number += 1) expect(book.add(nonce(number), epoch, epoch)).toBe(true);
    expect(book.add(nonce(mostNonces), epoch, epoch)).toBe(false);
    expect(book.add(nonce(mostNonces), epoch + 2, epoch + 2)).toBe(true);
  });
});

import * as fc from 'fast-check';
import { asReceived } from '../../../test/flows/wire';
import { parseFlowCarrier } from '../../parsers/packets/flow-carrier';
import { largestMessage, parseFlowMessage, smallestMessage } from '../../parsers/packets/flow-message';
import { addressBytes, addressOfBytes } from '../../parsers/packets/ip-address';
import type { ByteOrder } from './filter-program';
import { messagesOver } from './flow-filter';
import { messageBytes } from './flow-message';
import { flowPacket, messageSize } from './flow-packet';
import { checksum } from './tcp-syn';

const number = fc.integer({ min: 0, max: 0xffff_ffff });
const bytesOfLength = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });
const protocol = fc.constantFrom('vxlan' as const, 'wireguard' as const, 'ipip' as const);
const anyMessage = fc.record({
  kind: fc.constantFrom('challenge' as const, 'answer' as const, 'refusal' as const),
  protocol,
  family: fc.constantFrom(4 as const, 6 as const),
  retest: fc.boolean(),
  ...{ epoch: number, sender: number, receiver: number, visit: number },
  size: fc.integer({ min: smallestMessage, max: 1500 }),
  nonce: bytesOfLength(16),
});
const tag = bytesOfLength(16);
const anyPath = fc.record({
  protocol,
  source: bytesOfLength(4).map(addressOfBytes),
  destination: bytesOfLength(4).map(addressOfBytes),
  port: fc.integer({ min: 1, max: 65_535 }),
  mark: fc.integer({ min: 1, max: 65_535 }),
  ...{ sender: number, receiver: number },
});
const socketOf = (name: string): 'udp' | 'ipip' => (name === 'ipip' ? 'ipip' : 'udp');

describe('a message', () => {
  it('is read as what it was made of, with what its tag covers', () => {
    fc.assert(
      fc.property(anyMessage, tag, (message, ofIt) => {
        const bytes = messageBytes(message, () => ofIt);
        expect(bytes).toHaveLength(message.size);
        expect(parseFlowMessage(bytes)).toMatchObject({
          value: { ...message, tag: ofIt, sealed: bytes.subarray(0, bytes.length - 16) },
        });
      }),
    );
  });

  it('has no other size than it names, and none beyond what networks carry', () => {
    const bytes = messageBytes({ ...fc.sample(anyMessage, 1)[0]!, size: 100 }, () => new Uint8Array(16));
    for (let length = 0; length < 100; length += 1)
      expect(parseFlowMessage(bytes.subarray(0, length)).status).toBe('malformed');
    expect(parseFlowMessage(Uint8Array.from([...bytes, 0])).status).toBe('malformed');
    expect(parseFlowMessage(new Uint8Array(largestMessage + 1)).status).toBe('malformed');
  });

  it('is nothing that a WireGuard device takes: its types are 1 to 4, little endian', () => {
    const bytes = messageBytes(fc.sample(anyMessage, 1)[0]!, () => new Uint8Array(16));
    expect(new DataView(bytes.buffer).getUint32(0, true)).toBeGreaterThan(4);
  });
});

describe('the packet around a message', () => {
  it('is read as what it was made of, over IPv4 with its head and over IPv6 without', () => {
    fc.assert(
      fc.property(anyPath, anyMessage, (path, message) => {
        const carried = messageBytes({ ...message, protocol: path.protocol }, () => new Uint8Array(16));
        const bytes = flowPacket(path, carried);
        const socket = socketOf(path.protocol);
        const expected = {
          value: { protocol: path.protocol, port: socket === 'ipip' ? 0 : path.port, message: carried },
        };
        const packet = asReceived({ ...path, family: 4, protocol: socket, bytes });
        expect(parseFlowCarrier(packet, 4, socket)).toMatchObject(expected);
        if (socket === 'udp') expect(parseFlowCarrier(bytes, 6, 'udp')).toMatchObject(expected);
      }),
    );
  });

  it('is as large as asked for', () => {
    for (const name of ['vxlan', 'wireguard', 'ipip'] as const) {
      const size = messageSize(name, 4, 1500) ?? 0;
      const path = { ...fc.sample(anyPath, 1)[0]!, protocol: name };
      expect(flowPacket(path, new Uint8Array(size))).toHaveLength(1480);
    }
    expect(messageSize('vxlan', 6, 1500)).toBe(1430);
    expect([messageSize('vxlan', 4, 100), messageSize('vxlan', 4, 10_000)]).toEqual([undefined, undefined]);
  });

  it('has a checksum over all of it, and in IP-in-IP none over the inner head alone', () => {
    fc.assert(
      fc.property(anyPath, fc.uint8Array({ minLength: 60, maxLength: 90 }), (path, message) => {
        const bytes = flowPacket(path, message);
        const even = (all: readonly number[]): readonly number[] => (all.length % 2 === 0 ? all : [...all, 0]);
        const pseudo = [
          ...addressBytes(path.source),
          ...addressBytes(path.destination),
          0,
          17,
          ...bytes.subarray(4, 6),
        ];
        expect(checksum(even([...(path.protocol === 'ipip' ? [] : pseudo), ...bytes]))).toBe(0);
        if (path.protocol === 'ipip') expect(checksum([...bytes.subarray(0, 20)])).not.toBe(0);
      }),
    );
  });

  it('never has a frame to or from a group, and never one address for two nodes', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const frame = flowPacket({ ...path, protocol: 'vxlan' }, new Uint8Array(60)).subarray(16);
        expect([(frame[0] ?? 0) & 3, (frame[6] ?? 0) & 3]).toEqual([2, 2]);
        expect(new DataView(frame.slice().buffer).getUint32(2)).toBe(path.receiver);
        expect(new DataView(frame.slice().buffer).getUint32(8)).toBe(path.sender);
      }),
    );
  });
});

describe('the filter of a socket for messages', () => {
  const flows = [
    { protocol: 'vxlan' as const, port: 4789 },
    { protocol: 'wireguard' as const, port: 51_820 },
  ];

  it.each([4, 6] as const)('takes messages over its flows, and nothing else that comes by UDP: IPv%i', (family) => {
    const message = messageBytes(fc.sample(anyMessage, 1)[0]!, () => new Uint8Array(16));
    const path = fc.sample(anyPath, 1)[0]!;
    const seen = ([name, port, change]: readonly [(typeof flows)[number]['protocol'], number, number?]): boolean => {
      const bytes = flowPacket({ ...path, protocol: name, port }, message);
      if (change !== undefined) bytes[change] = (bytes[change] ?? 0) ^ 1;
      const packet = asReceived({ ...path, family, protocol: 'udp', bytes });
      return takes(messagesOver(flows, family, 'little'), packet);
    };
    expect([seen(['vxlan', 4789]), seen(['wireguard', 51_820])]).toEqual([true, true]);
    expect([seen(['vxlan', 4790]), seen(['wireguard', 4789]), seen(['vxlan', 51_820])]).toEqual([false, false, false]);
    // The network identifier, the EtherType, the first byte of the message.
    expect([12, 29, 30].map((change) => seen(['vxlan', 4789, change]))).toEqual([false, false, false]);
    expect(seen(['wireguard', 51_820, 8])).toBe(false);
  });

  it('takes IP-in-IP of ours only', () => {
    const bytes = flowPacket(
      { ...fc.sample(anyPath, 1)[0]!, protocol: 'ipip' },
      messageBytes(fc.sample(anyMessage, 1)[0]!, () => new Uint8Array(16)),
    );
    const filter = messagesOver([{ protocol: 'ipip', port: 0 }], 4, 'big');
    const packet = (inner: Uint8Array): Uint8Array =>
      asReceived({ family: 4, protocol: 'ipip', source: '10.0.0.1', destination: '10.0.0.2', bytes: inner });
    expect(takes(filter, packet(bytes), 'big')).toBe(true);
    for (const place of [9, 20]) {
      const other = bytes.slice();
      other[place] = (other[place] ?? 0) ^ 1;
      expect(takes(filter, packet(other), 'big')).toBe(false);
    }
  });
});

/** What a kernel makes of the few instructions of these filters (Documentation/networking/filter.rst). */
function takes(filter: Uint8Array, packet: Uint8Array, byteOrder: ByteOrder = 'little'): boolean {
  const program = new DataView(filter.buffer);
  const data = new DataView(packet.slice().buffer);
  const [little, head] = [byteOrder === 'little', ((packet[0] ?? 0) & 0xf) * 4];
  let loaded = 0;
  for (let at = 0; at < filter.length; at += 8) {
    const [code, value] = [program.getUint16(at, little), program.getUint32(at + 4, little)];
    const place = value + ((code & 0xe0) === 0x40 ? head : 0);
    if (code === 0x06) return value !== 0;
    if (code === 0x15) at += 8 * program.getUint8(at + (loaded === value ? 2 : 3));
    else if ((code & 0x18) === 0x10) loaded = data.getUint8(place);
    else if ((code & 0x18) === 0x08) loaded = data.getUint16(place);
    else if (code !== 0xb1) loaded = data.getUint32(place);
  }
  return false;
}

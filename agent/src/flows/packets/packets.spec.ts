import * as fc from 'fast-check';
import { addressBytes, addressOfBytes } from '../../parsers/packets/ip-address';
import { parseTcpSegment } from '../../parsers/packets/tcp-segment';
import { answerOf } from '../half-open-answer';
import { toPort, unreachableOnly } from './packet-filter';
import { checksum, synSegment } from './tcp-syn';

const port = fc.integer({ min: 1, max: 65_535 });
const number = fc.integer({ min: 0, max: 0xffff_ffff });
const pair = fc.constantFrom(4, 16).chain((length) => {
  const address = fc.uint8Array({ minLength: length, maxLength: length }).map(addressOfBytes);
  return fc.record({ source: address, destination: address });
});
const anySyn = fc
  .tuple(pair, fc.record({ sourcePort: port, destinationPort: port, sequence: number }))
  .map(([addresses, rest]) => ({ ...addresses, ...rest }));

describe('a SYN', () => {
  it('is read as what it was made of', () => {
    fc.assert(
      fc.property(anySyn, (syn) => {
        expect(parseTcpSegment(synSegment(syn), 6)).toMatchObject({
          value: {
            sourcePort: syn.sourcePort,
            destinationPort: syn.destinationPort,
            sequence: syn.sequence,
            flags: { syn: true, ack: false, reset: false },
          },
        });
      }),
    );
  });

  it('has a checksum with which all of it sums up to nothing', () => {
    fc.assert(
      fc.property(anySyn, (syn) => {
        const segment = synSegment(syn);
        const header = [...addressBytes(syn.source), ...addressBytes(syn.destination), 0, 6, 0, segment.length];
        expect(checksum([...header, ...segment])).toBe(0);
      }),
    );
  });

  it('has the checksum of the example in RFC 1071', () => {
    expect(checksum([0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7])).toBe(~0xddf2 & 0xffff);
  });
});

describe('the answer to a SYN', () => {
  const syn = {
    source: '10.9.0.1',
    destination: '10.9.0.2',
    sourcePort: 61_000,
    destinationPort: 179,
    sequence: 0xffff_ffff,
  };
  const segment = {
    sourcePort: 179,
    destinationPort: 61_000,
    sequence: 1,
    acknowledgement: 0,
    flags: { syn: true, ack: true, reset: false },
  };

  it('is open with SYN and ACK, and refused with a reset', () => {
    expect(answerOf(segment, syn)?.outcome).toBe('open');
    expect(answerOf({ ...segment, flags: { syn: false, ack: true, reset: true } }, syn)?.outcome).toBe('refused');
  });

  it.each([
    ['acknowledges something else, as a challenge does', { acknowledgement: 1 }],
    ['comes from another port', { sourcePort: 180 }],
    ['goes to another port', { destinationPort: 61_001 }],
    ['acknowledges nothing', { flags: { syn: true, ack: false, reset: false } }],
    ['resets without an acknowledgement, as anybody can', { flags: { syn: false, ack: false, reset: true } }],
    ['is neither', { flags: { syn: false, ack: true, reset: false } }],
  ])('is none where it %s', (_case, change) => {
    expect(answerOf({ ...segment, ...change }, syn)).toBeUndefined();
  });
});

describe('a packet filter', () => {
  it.each([
    [
      4,
      'little',
      'b100000000000000' + '4800000002000000' + '1500000148ee0000' + '06000000ffff0000' + '0600000000000000',
    ],
    [6, 'big', '0028000000000002' + '001500010000ee48' + '000600000000ffff' + '0006000000000000'],
  ] as const)('for a port over IPv%i is in the byte order of a processor: %s endian', (family, byteOrder, expected) => {
    expect(Buffer.from(toPort(family, 61_000, byteOrder)).toString('hex')).toBe(expected);
  });

  it('for ICMP looks at the type', () => {
    expect(Buffer.from(unreachableOnly(6, 'little')).toString('hex')).toBe(
      '3000000000000000' + '1500000101000000' + '06000000ffff0000' + '0600000000000000',
    );
  });
});

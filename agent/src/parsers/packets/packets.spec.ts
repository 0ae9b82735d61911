import * as fc from 'fast-check';
import { malformed } from '../parsed';
import { parseIcmpUnreachable } from './icmp-unreachable';
import { addressBytes, addressOfBytes } from './ip-address';
import { ipv4Payload } from './ipv4-packet';
import { parseTcpSegment } from './tcp-segment';

const bytesOf = (hexadecimal: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hexadecimal.replaceAll(' ', ''), 'hex'));

/** 10.9.0.2 to 10.9.0.1. */
const headOfIpv4 = (protocol: string): string => `45000000 00004000 40${protocol}0000 0a090002 0a090001`;
/** Port 179 to 61000, acknowledging 0x01020304. */
const synAck = '00b3ee48 aabbccdd 01020304 6012ffff 00000000 020405b4';
const ourSyn = 'ee4800b3 01020303 00000000';
const quotedIpv4 = `45000000 00004000 40060000 0a090001 0a090002 ${ourSyn}`;
const quotedIpv6 = `60000000 00180640 fd000009000000000000000000000001 fd000009000000000000000000000002 ${ourSyn}`;
const quotedPorts = { sourcePort: 61_000, destinationPort: 179, sequence: 0x01020303 };

describe('an address', () => {
  it.each(['10.9.0.1', '255.255.255.255', 'fd00:9::1', '::1', 'fe80::', '1:2:3:4:5:6:7:8', '1:0:0:2::3'])(
    'is the same in bytes and back: %s',
    (address) => {
      expect(addressOfBytes(addressBytes(address))).toBe(address);
    },
  );

  it('is the same from any bytes to text and back', () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        // The URL parser writes the addresses that IPv4 is mapped to in groups as well.
        expect(addressBytes(addressOfBytes(bytes))).toEqual(bytes);
      }),
    );
  });
});

describe('a TCP segment', () => {
  const expected = {
    sourcePort: 179,
    destinationPort: 61_000,
    sequence: 0xaabbccdd,
    acknowledgement: 0x01020304,
    flags: { syn: true, ack: true, reset: false },
  };

  it('is read over both families, with options in the head of the packet too', () => {
    const withOptions = headOfIpv4('06').replace('45', '46') + '01010101';
    expect(parseTcpSegment(bytesOf(headOfIpv4('06') + synAck), 4)).toMatchObject({ value: expected });
    expect(parseTcpSegment(bytesOf(withOptions + synAck), 4)).toMatchObject({ value: expected });
    expect(parseTcpSegment(bytesOf(synAck), 6)).toMatchObject({ value: expected });
  });

  it.each([
    ['another protocol', headOfIpv4('11') + synAck],
    ['a later fragment', headOfIpv4('06').replace('00004000', '00000001') + synAck],
    ['IPv6', `6${headOfIpv4('06').slice(1)}${synAck}`],
    ['a head that is too short', headOfIpv4('06').replace('45', '44') + synAck],
  ])('is none of %s', (_case, packet) => {
    expect(parseTcpSegment(bytesOf(packet), 4)).toEqual(malformed('is no IPv4 packet with TCP in it'));
  });

  it('is none where its head is cut', () => {
    const whole = bytesOf(headOfIpv4('06') + synAck);
    for (let length = 0; length < 40; length += 1)
      expect(parseTcpSegment(whole.subarray(0, length), 4).status).toBe('malformed');
  });
});

describe('an ICMP message of an unreachable destination', () => {
  it('quotes the segment that it is about', () => {
    expect(parseIcmpUnreachable(bytesOf(`${headOfIpv4('01')} 030d0000 00000000 ${quotedIpv4}`), 4)).toMatchObject({
      value: { type: 3, code: 13, quoted: { source: '10.9.0.1', destination: '10.9.0.2', ...quotedPorts } },
    });
    expect(parseIcmpUnreachable(bytesOf(`01010000 00000000 ${quotedIpv6}`), 6)).toMatchObject({
      value: { type: 1, code: 1, quoted: { source: 'fd00:9::1', destination: 'fd00:9::2', ...quotedPorts } },
    });
  });

  it.each([
    ['another type', 4, `${headOfIpv4('01')} 0b000000 00000000 ${quotedIpv4}`],
    ['an echo', 6, `80000000 00000000 ${quotedIpv6}`],
    ['one about UDP', 4, `${headOfIpv4('01')} 03030000 00000000 ${quotedIpv4.replace('4006', '4011')}`],
    ['one about ICMPv6', 6, `01010000 00000000 ${quotedIpv6.replace('00180640', '00183a40')}`],
    ['one that quotes too little', 4, `${headOfIpv4('01')} 03030000 00000000 ${quotedIpv4.slice(0, 60)}`],
    ['nothing', 6, ''],
  ] as const)('is none of %s', (_case, family, packet) => {
    expect(parseIcmpUnreachable(bytesOf(packet), family).status).toBe('malformed');
  });

  it('and a segment are looked for in any bytes without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.constantFrom(4 as const, 6 as const), (bytes, family) => {
        parseIcmpUnreachable(bytes, family);
        parseTcpSegment(bytes, family);
        expect(ipv4Payload(bytes, 6)?.length ?? 0).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

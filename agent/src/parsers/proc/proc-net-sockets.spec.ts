import * as fc from 'fast-check';
import { malformed, parsed } from '../parsed';
import { parseProcNetSockets } from './proc-net-sockets';

const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const row = (address: string, port: string, state: string, inode: number): string =>
  `   0: ${address}:${port} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${String(inode)} 1 0000000000000000 100 0 0 10 0\n`;

describe('parseProcNetSockets', () => {
  it.each([
    ['any address', '00000000', 'little', '0.0.0.0'],
    ['loopback', '0100007F', 'little', '127.0.0.1'],
    ['loopback on s390x', '7F000001', 'big', '127.0.0.1'],
    ['any IPv6 address', '0'.repeat(32), 'little', '::'],
    ['IPv6 loopback', '00000000000000000000000001000000', 'little', '::1'],
    ['IPv6 loopback on s390x', '00000000000000000000000000000001', 'big', '::1'],
    ['a link-local address', '000080FE00000000FF005450B6FE1E3A', 'little', 'fe80::5054:ff:3a1e:feb6'],
  ] as const)('prints %s', (_case, hexadecimal, byteOrder, address) => {
    expect(parseProcNetSockets(header + row(hexadecimal, '00B3', '0A', 42), 'tcp', byteOrder)).toEqual(
      parsed([{ address, port: 179, state: 'listening', inode: 42 }]),
    );
  });

  it.each([
    ['tcp', '0A', 'listening'],
    ['tcp', '01', 'other'],
    ['tcp', '06', 'other'],
    ['udp', '07', 'listening'],
    ['udp', '01', 'other'],
  ] as const)('a %s socket in state %s is %s', (protocol, state, expected) => {
    expect(parseProcNetSockets(header + row('00000000', '12B5', state, 0), protocol, 'little')).toEqual(
      parsed([{ address: '0.0.0.0', port: 4789, state: expected, inode: 0 }]),
    );
  });

  it('reads a real UDP table', () => {
    const text =
      '   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops             \n' +
      ' 2075: 00000000:12B5 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 28351 2 00000000a9d7ae9b 0         \n';
    expect(parseProcNetSockets(text, 'udp', 'little')).toEqual(
      parsed([{ address: '0.0.0.0', port: 4789, state: 'listening', inode: 28351 }]),
    );
  });

  it('reads an empty table', () => {
    expect(parseProcNetSockets(header, 'tcp', 'little')).toEqual(parsed([]));
  });

  it.each([
    ['', 'has no header of a socket table'],
    ['\u0000\u0001', 'has no header of a socket table'],
    [`${header}   0: 0000`, 'a line is no row of a socket table'],
  ])('%j is malformed', (text, detail) => {
    expect(parseProcNetSockets(text, 'tcp', 'little')).toEqual(malformed(detail));
  });

  it('reads every socket in the byte order of its host', () => {
    const socket = fc.record({
      bytes: fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)),
      port: fc.nat(65535),
      state: fc.constantFrom('0A', '01'),
      inode: fc.nat(),
    });
    const hexadecimal = (value: number, length: number): string =>
      value.toString(16).toUpperCase().padStart(length, '0');
    fc.assert(
      fc.property(fc.array(socket), fc.constantFrom('little' as const, 'big' as const), (sockets, byteOrder) => {
        const rows = sockets.map(({ bytes, port, state, inode }) => {
          const inMemory = byteOrder === 'little' ? [...bytes].reverse() : bytes;
          return row(inMemory.map((byte) => hexadecimal(byte, 2)).join(''), hexadecimal(port, 4), state, inode);
        });
        expect(parseProcNetSockets(header + rows.join(''), 'tcp', byteOrder)).toEqual(
          parsed(
            sockets.map(({ bytes, port, state, inode }) => ({
              address: bytes.join('.'),
              port,
              state: state === '0A' ? 'listening' : 'other',
              inode,
            })),
          ),
        );
      }),
    );
  });

  it('never takes a table that was cut off for a whole one', () => {
    const text = header + row('00000000', '00B3', '0A', 42) + row('0100007F', '1561', '0A', 43);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (length) => {
        const table = parseProcNetSockets(text.slice(0, length), 'tcp', 'little');
        // A row is known by its inode; what stands behind it is not read.
        if (table.status === 'parsed')
          expect(table.value.every((socket) => [179, 5473].includes(socket.port))).toBe(true);
      }),
    );
  });
});

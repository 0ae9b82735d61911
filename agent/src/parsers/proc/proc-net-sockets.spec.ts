import * as fc from 'fast-check';
import { malformed, parsed } from '../parsed';
import type { SocketTable } from './proc-net-sockets';
import { SocketTableReader } from './proc-net-sockets';

const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const row = (address: string, port: string, state: string, inode: number): string =>
  `   0: ${address}:${port} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${String(inode)} 1 0000000000000000 100 0 0 10 0\n`;
const bgp = (state: string, inode: number): string => row('00000000', '00B3', state, inode);

/** The sockets of a table that is read in pieces of so many bytes, and how many bytes of it were asked for. */
function read(text: string, table: Partial<SocketTable> = {}, pieceBytes = 4096) {
  const reader = new SocketTableReader({
    protocol: 'tcp',
    byteOrder: 'little',
    ports: { has: () => true },
    live: false,
    ...table,
  });
  const bytes = Buffer.from(text, 'latin1');
  // One buffer for all pieces, as a file is read.
  const buffer = Buffer.alloc(pieceBytes);
  let position = 0;
  while (position < bytes.length) {
    const length = bytes.copy(buffer, 0, position, position + pieceBytes);
    position += length;
    if (reader.take(buffer.subarray(0, length)) === 'enough') break;
  }
  return { table: reader.end(), bytesRead: position };
}

const inodes = (text: string, table: Partial<SocketTable> = {}): readonly number[] => {
  const answer = read(text, table).table;
  return answer.status === 'parsed' ? answer.value.map(({ inode }) => inode) : [];
};

describe('the listening sockets of a table', () => {
  it.each([
    ['any address', '00000000', 'little', '0.0.0.0'],
    ['loopback', '0100007F', 'little', '127.0.0.1'],
    ['loopback on s390x', '7F000001', 'big', '127.0.0.1'],
    ['any IPv6 address', '0'.repeat(32), 'little', '::'],
    ['IPv6 loopback', '00000000000000000000000001000000', 'little', '::1'],
    ['IPv6 loopback on s390x', '00000000000000000000000000000001', 'big', '::1'],
    ['a link-local address', '000080FE00000000FF005450B6FE1E3A', 'little', 'fe80::5054:ff:3a1e:feb6'],
  ] as const)('have their address printed: %s', (_case, hexadecimal, byteOrder, address) => {
    expect(read(header + row(hexadecimal, '00B3', '0A', 42), { byteOrder }).table).toEqual(
      parsed([{ address, port: 179, inode: 42 }]),
    );
  });

  it.each([
    ['tcp', '0A', [7]],
    ['tcp', '01', []],
    ['tcp', '06', []],
    ['udp', '07', [7]],
    ['udp', '01', []],
  ] as const)('are those of %s in state %s: %j', (protocol, state, expected) => {
    expect(inodes(header + row('00000000', '12B5', state, 7), { protocol })).toEqual(expected);
  });

  it('are those on the ports that are asked for', () => {
    const ports = new Set([179]);
    expect(inodes(header + bgp('0A', 1) + row('00000000', '0016', '0A', 2) + bgp('0A', 3), { ports })).toEqual([1, 3]);
  });

  it('come from a real UDP table', () => {
    const text =
      '   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops             \n' +
      ' 2075: 00000000:12B5 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 28351 2 00000000a9d7ae9b 0         \n';
    expect(read(text, { protocol: 'udp' }).table).toEqual(parsed([{ address: '0.0.0.0', port: 4789, inode: 28351 }]));
  });

  it('are none in an empty table', () => {
    expect(read(header).table).toEqual(parsed([]));
  });

  it.each([
    ['', 'has no header of a socket table'],
    ['\u0000\u0001', 'has no header of a socket table'],
    [' '.repeat(100_000), 'has no header of a socket table'],
    [`${header}   0: 0000`, 'a line is no row of a socket table'],
    [`${header}rubbish\n${bgp('0A', 1)}`, 'a line is no row of a socket table'],
    [`${header}${bgp('01', 1)}rubbish\n`, 'a line is no row of a socket table'],
    [header + bgp('0A', 1).replace('\n', ' '.repeat(5000)), 'a line is no row of a socket table'],
  ])('are not to be had from %j', (text, detail) => {
    for (const pieceBytes of [1000, 4096, 200_000]) expect(read(text, {}, pieceBytes).table).toEqual(malformed(detail));
  });

  it('are the same whatever the pieces, and in the byte order of the host', () => {
    const socket = fc.record({
      bytes: fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)),
      port: fc.nat(65535),
      state: fc.constantFrom('0A', '01'),
      inode: fc.nat(),
    });
    const hexadecimal = (value: number, length: number): string =>
      value.toString(16).toUpperCase().padStart(length, '0');
    fc.assert(
      fc.property(
        fc.array(socket),
        fc.constantFrom('little' as const, 'big' as const),
        fc.integer({ min: 1, max: 500 }),
        (sockets, byteOrder, pieceBytes) => {
          const rows = sockets.map(({ bytes, port, state, inode }) => {
            const inMemory = byteOrder === 'little' ? [...bytes].reverse() : bytes;
            return row(inMemory.map((byte) => hexadecimal(byte, 2)).join(''), hexadecimal(port, 4), state, inode);
          });
          expect(read(header + rows.join(''), { byteOrder }, pieceBytes).table).toEqual(
            parsed(
              sockets
                .filter(({ state }) => state === '0A')
                .map(({ bytes, port, inode }) => ({ address: bytes.join('.'), port, inode })),
            ),
          );
        },
      ),
    );
  });

  it('never come from a row that was cut off', () => {
    const text = header + bgp('0A', 42) + row('0100007F', '1561', '0A', 43);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (length) => {
        const { table } = read(text.slice(0, length));
        // A row is known by its inode; what stands behind it is not read.
        if (table.status === 'parsed')
          expect(table.value.every((socket) => [179, 5473].includes(socket.port))).toBe(true);
      }),
    );
  });
});

describe('how far a table is read', () => {
  const connections = bgp('01', 0).repeat(1000);
  const [handshakes, timeWait] = [bgp('03', 0), bgp('06', 0)];

  it.each([
    ['a kernel’s table', bgp('0A', 1) + bgp('0A', 2) + connections, [1, 2]],
    [
      'that of a kernel before 4.4, with handshakes behind their sockets',
      bgp('0A', 1) + handshakes.repeat(50) + bgp('0A', 2) + handshakes.repeat(50) + connections,
      [1, 2],
    ],
    ['one without listening sockets', connections, []],
    ['one of which the first connections are closed', bgp('0A', 1) + timeWait + connections, [1]],
  ])('to the last listening TCP socket, where a kernel prints it now: %s', (_case, rows, expected) => {
    expect(inodes(header + rows, { live: true })).toEqual(expected);
    expect(read(header + rows, { live: true }).bytesRead).toBeLessThan((header + rows).length / 2);
  });

  it.each([
    ['a copy, which may have been sorted', connections + bgp('0A', 1), { live: false }],
    ['a table of UDP, which has no order', connections + bgp('07', 1), { live: true, protocol: 'udp' as const }],
    ['handshakes alone', handshakes.repeat(1000) + bgp('0A', 1), { live: true }],
  ])('to its end: %s', (_case, rows, table) => {
    expect(inodes(header + rows, table)).toEqual([1]);
  });
});

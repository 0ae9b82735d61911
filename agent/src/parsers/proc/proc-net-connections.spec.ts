import * as fc from 'fast-check';
import { malformed, parsed } from '../parsed';
import { ConnectionTableReader } from './proc-net-connections';

const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const headerOfIpv6 =
  '  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const row = (local: string, remote: string, state: string): string =>
  `   0: ${local} ${remote} ${state} 00000000:00000000 02:000A9B7C 00000000     0        0 4711 2 0000000000000000 20 4 30 10 -1\n`;

/** What a table says of port 179 when it is read in pieces of so many bytes. */
function read(text: string, pieceBytes = 4096, byteOrder: 'little' | 'big' = 'little') {
  const reader = new ConnectionTableReader({ port: 179, byteOrder });
  const bytes = Buffer.from(text, 'latin1');
  for (let from = 0; from < bytes.length; from += pieceBytes)
    if (reader.take(bytes.subarray(from, from + pieceBytes)) === 'enough') break;
  return reader.end();
}

const outgoing = row('0100090A:A1B2', '0200090A:00B3', '01');
const session = (local: string, localPort: number, remote: string, remotePort: number): object => ({
  established: [{ local: { address: local, port: localPort }, remote: { address: remote, port: remotePort } }],
  listening: false,
});

describe('a table of TCP connections', () => {
  it.each([
    ['that this host began', header + outgoing, session('10.9.0.1', 0xa1b2, '10.9.0.2', 179)],
    [
      'that the peer began',
      header + row('0100090A:00B3', '0200090A:A1B2', '01'),
      session('10.9.0.1', 179, '10.9.0.2', 0xa1b2),
    ],
    [
      'over IPv6',
      headerOfIpv6 +
        row(
          '000000FD000000000000000001000000:00B3'.replace('000000FD', '090000FD'),
          '090000FD000000000000000002000000:A1B2',
          '01',
        ),
      session('fd00:9::1', 179, 'fd00:9::2', 0xa1b2),
    ],
    [
      'over IPv4 by a socket for both families',
      headerOfIpv6 + row('0000000000000000FFFF00000100090A:00B3', '0000000000000000FFFF00000200090A:A1B2', '01'),
      session('10.9.0.1', 179, '10.9.0.2', 0xa1b2),
    ],
  ])('has a session %s', (_case, text, expected) => {
    expect(read(text)).toEqual(parsed(expected));
  });

  it('of a processor with the other byte order is read in that', () => {
    expect(read(header + row('0A090001:00B3', '0A090002:A1B2', '01'), 4096, 'big')).toEqual(
      parsed(session('10.9.0.1', 179, '10.9.0.2', 0xa1b2)),
    );
  });

  it.each([
    ['a handshake', row('0100090A:A1B2', '0200090A:00B3', '02')],
    ['one that ends', row('0100090A:A1B2', '0200090A:00B3', '08')],
    ['one that ended', row('0100090A:A1B2', '0200090A:00B3', '06')],
    ['one over another port', row('0100090A:A1B2', '0200090A:00B4', '01')],
  ])('takes no other connection for a session: %s', (_case, text) => {
    expect(read(header + text)).toEqual(parsed({ established: [], listening: false }));
  });

  it.each([
    ['00B3', true],
    ['00B4', false],
  ])('says whether somebody listens: %s, %s', (port, listening) => {
    expect(read(header + row(`00000000:${port}`, '00000000:0000', '0A'))).toEqual(
      parsed({ established: [], listening }),
    );
  });

  it.each([
    ['nothing', '', 'has no header of a socket table'],
    ['another file', 'Inter-|   Receive\n', 'has no header of a socket table'],
    ['another row', `${header}lo: 1\n`, 'a line is no row of a socket table'],
    ['a row that was cut', header + outgoing.slice(0, 30), 'a line is no row of a socket table'],
    ['a line without an end', header + 'x'.repeat(9000), 'a line is no row of a socket table'],
  ])('is none of %s', (_case, text, detail) => {
    expect(read(text)).toEqual(malformed(detail));
  });

  it('says so of more connections than any cluster has', () => {
    expect(read(header + outgoing.repeat(8193))).toMatchObject({ status: 'malformed', tooLarge: true });
  });

  it('is the same in pieces of any size', () => {
    const text = header + outgoing.repeat(3) + row('00000000:00B3', '00000000:0000', '0A');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length }), (size) => {
        expect(read(text, size)).toEqual(read(text));
      }),
    );
  });
});

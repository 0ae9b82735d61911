import fc from 'fast-check';
import { malformed, parsed } from '../parsed';
import { parseProcNetDev } from './proc-net-dev';

const head =
  'Inter-|   Receive                                                |  Transmit\n' +
  ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n';
const row = (name: string): string =>
  `${name.padStart(6)}: 1234567      89    0    0    0     0          0         0  7654321      98    0    0    0     0       0          0\n`;

describe('the names of network devices', () => {
  it('are those of the table', () => {
    expect(parseProcNetDev(head + row('lo') + row('vxlan_sys_4789') + row('eth0.5') + row('vxlan-v6.calico'))).toEqual(
      parsed(['lo', 'vxlan_sys_4789', 'eth0.5', 'vxlan-v6.calico']),
    );
  });

  it('are those of a table whose numbers follow the colon at once, as those of kernels before 2.6.39 do', () => {
    expect(parseProcNetDev(`${head}  eth0:12345678 90 0 0 0 0 0 0 1 1 0 0 0 0 0 0\n`)).toEqual(parsed(['eth0']));
  });

  it.each([
    ['', 'has no header of a device table'],
    [`${row('lo')}`, 'has no header of a device table'],
    [`${head}lo\n`, 'a line is no row of a device table'],
    [head + row('../../etc/x'), 'a line is no row of a device table'],
    [head + row('..'), 'a line is no row of a device table'],
    [head + row('sixteencharacter'), 'a line is no row of a device table'],
    [(head + row('eth0')).slice(0, -3), 'ends within a line: it was cut off'],
  ])('are not to be had from %j', (text, detail) => {
    expect(parseProcNetDev(text)).toEqual(malformed(detail));
  });

  it('never leave the directory they are looked up in, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const names = parseProcNetDev(`${head}${text}: 0\n`);
        if (names.status === 'parsed') for (const name of names.value) expect(name).not.toMatch(/\/|^\.{1,2}$/);
      }),
    );
  });
});

import { malformed, parsed } from '../parsed';
import { parseProcNetIgmp } from './proc-net-igmp';

const head = 'Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n';
const device = (index: number, name: string): string => `${String(index)}\t${name.padEnd(10)}:     1      V3\n`;
const group = (address: string): string => `\t\t\t\t${address}     1 0:00000000\t\t0\n`;

describe('the network devices that are up', () => {
  it.each([
    ['little', '010000E0', 'FB0000E0'],
    ['big', 'E0000001', 'E00000FB'],
  ])('are those in the group of all hosts, as %s processors print it', (_order, allHosts, other) => {
    const text =
      head +
      device(1, 'lo') +
      group(allHosts) +
      device(2, 'vxlan.calico') +
      group(other) +
      group(allHosts) +
      device(3, 'wireguard.cali') +
      group(other);
    expect(parseProcNetIgmp(text)).toEqual(parsed(new Set(['lo', 'vxlan.calico'])));
  });

  it('are none in an empty table', () => {
    expect(parseProcNetIgmp(head)).toEqual(parsed(new Set()));
  });

  it.each([
    ['', 'has no header of a group table'],
    [device(1, 'lo'), 'has no header of a group table'],
    [head + group('010000E0'), 'a line is no row of a group table'],
    [head + device(1, 'sixteencharacter'), 'a line is no row of a group table'],
    [`${head}${device(1, 'lo')}rubbish\n`, 'a line is no row of a group table'],
    [(head + device(1, 'lo')).slice(0, -3), 'ends within a line: it was cut off'],
  ])('are not to be had from %j', (text, detail) => {
    expect(parseProcNetIgmp(text)).toEqual(malformed(detail));
  });
});

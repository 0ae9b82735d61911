import { malformed, parsed } from '../parsed';
import { parseProcCgroup } from './proc-cgroup';

describe('the control groups of a process', () => {
  it.each([
    ['version 2', '0::/system.slice/bird.service\n', [{ hierarchy: '', path: '/system.slice/bird.service' }]],
    [
      'version 1, systemd’s hierarchy and a controller’s',
      '12:cpu,cpuacct:/\n1:name=systemd:/system.slice/bird.service\n0::/\n',
      [
        { hierarchy: 'cpu,cpuacct', path: '/' },
        { hierarchy: 'name=systemd', path: '/system.slice/bird.service' },
        { hierarchy: '', path: '/' },
      ],
    ],
    ['a colon in a name', '0::/system.slice/a:b.service\n', [{ hierarchy: '', path: '/system.slice/a:b.service' }]],
    ['a kernel without any', '', []],
  ])('are read: %s', (_case, text, expected) => expect(parseProcCgroup(text)).toEqual(parsed(expected)));

  it.each([
    ['0::system.slice\n', 'a line is no control group'],
    ['rubbish\n', 'a line is no control group'],
    ['0::/system.slice/bi', 'ends within a line: it was cut off'],
    ['0::/a\0b\n', 'holds binary data'],
  ])('are malformed: %j', (text, detail) => expect(parseProcCgroup(text)).toEqual(malformed(detail)));
});

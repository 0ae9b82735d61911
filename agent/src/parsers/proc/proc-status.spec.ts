import * as fc from 'fast-check';
import { capabilityNames } from './capability-names';
import { malformed, parsed } from '../parsed';
import { parseCapabilities, parseProcessName } from './proc-status';

const status = (set: string): string =>
  `Name:\tsystemd\nPid:\t1\nCapEff:\t0000000000000000\nCapBnd:\t${set}\nCapAmb:\t0000000000000000\n`;

describe('parseCapabilities', () => {
  it.each([
    ['everything', '000001ffffffffff', [...capabilityNames]],
    ['nothing', '0000000000000000', []],
    ['bit 21', '0000000000200000', ['sys_admin']],
    [
      'Docker’s default',
      '00000000a80425fb',
      [
        'chown',
        'dac_override',
        'fowner',
        'fsetid',
        'kill',
        'setgid',
        'setuid',
        'setpcap',
        'net_bind_service',
        'net_raw',
        'sys_chroot',
        'mknod',
        'audit_write',
        'setfcap',
      ],
    ],
    ['a capability that has no name yet', '8000000000001000', ['net_admin']],
  ])('reads %s', (_case, set, bounding) => {
    expect(parseCapabilities(status(set))).toEqual(parsed({ bounding }));
  });

  it.each(['', 'CapEff:\t0000000000000000\n', status('x'), status('000001fffffff')])('%j is malformed', (text) => {
    expect(parseCapabilities(text)).toEqual(malformed('has no line CapBnd'));
  });

  it('names exactly the bits that are set', () => {
    fc.assert(
      fc.property(fc.subarray([...capabilityNames]), (names) => {
        const set = names.reduce((bits, name) => bits | (1n << BigInt(capabilityNames.indexOf(name))), 0n);
        expect(parseCapabilities(status(set.toString(16).padStart(16, '0')))).toEqual(parsed({ bounding: names }));
      }),
    );
  });
});

describe('parseProcessName', () => {
  it.each([
    [status('0000000000000000'), 'systemd'],
    ['Name:\t(sd-pam) x\n', '(sd-pam) x'],
    ['Pid:\t1\n', undefined],
  ])('of %j is %s', (text, name) => {
    expect(parseProcessName(text)).toBe(name);
  });

  it('is the one that was written, whatever else the process tells', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{0,15}$/), (name) => {
        expect(parseProcessName(`Name:\t${name}\nUmask:\t0022\nState:\tS (sleeping)\n`)).toBe(name);
      }),
    );
  });
});

import * as fc from 'fast-check';
import { parseKernelCommandLine } from './kernel-command-line';

describe('parseKernelCommandLine', () => {
  it.each([
    ['', [], []],
    ['ro quiet\n', [], []],
    ['module_blacklist=vxlan,ip_set ro\n', ['vxlan', 'ip_set'], []],
    ['module-blacklist=vxlan\n', ['vxlan'], []],
    ['module_blacklist=vxlan module_blacklist=ip_set', ['ip_set'], []],
    ['module_blacklist=ip-set', ['ip-set'], []],
    ['quiet -- module_blacklist=vxlan', [], []],
    ['module_blacklist="vxlan,ip_set"', [], []],
    ['modprobe.blacklist=vxlan modprobe.blacklist=ip_set', [], ['vxlan', 'ip_set']],
    ['quiet -- modprobe.blacklist=vxlan', [], ['vxlan']],
    ['modprobe.blacklist="vxlan"', [], []],
    ['append="a modprobe.blacklist=vxlan b"', [], []],
    ['xmodprobe.blacklist=vxlan rd.driver.blacklist=vxlan module_blacklist', [], []],
    ['modprobe.blacklist=', [], []],
  ])('reads %j', (text, deniedModules, blacklistedModules) => {
    expect(parseKernelCommandLine(text)).toEqual({ deniedModules, blacklistedModules });
  });

  it('never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(parseKernelCommandLine(text).deniedModules)));
  });
});

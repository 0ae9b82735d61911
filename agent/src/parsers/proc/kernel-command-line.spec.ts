import * as fc from 'fast-check';
import { kernelCommandLineWords, modulesLoadedByCommandLine, parseKernelCommandLine } from './kernel-command-line';

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

  it('finds the modules among whatever other parameters', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/);
    const other = fc.constantFrom(
      'ro',
      'quiet',
      'root=/dev/sda1',
      'BOOT_IMAGE=(hd0,gpt2)/vmlinuz',
      'dyndbg="file x +p"',
      '__proto__=1',
    );
    fc.assert(
      fc.property(
        fc.array(other),
        fc.array(name, { minLength: 1 }),
        fc.array(name, { minLength: 1 }),
        fc.array(other),
        (before, denied, blacklisted, after) => {
          const text = [
            ...before,
            `module_blacklist=${denied.join(',')}`,
            `modprobe.blacklist=${blacklisted.join(',')}`,
            ...after,
          ].join(' ');
          expect(parseKernelCommandLine(`${text}\n`)).toEqual({
            deniedModules: denied,
            blacklistedModules: blacklisted,
          });
        },
      ),
    );
  });
});

describe('modulesLoadedByCommandLine', () => {
  it.each([
    ['ro modules_load=vxlan,ipip quiet modules-load=xt_set\n', ['vxlan', 'ipip', 'xt_set']],
    ['modules_load="vxlan,,ipip"\n', ['vxlan', 'ipip']],
    ['rd.modules_load=vxlan modules_loaded=ipip modules_load=\n', []],
  ])('takes from %j what systemd-modules-load takes', (text, modules) => {
    expect(modulesLoadedByCommandLine(text)).toEqual(modules);
  });
});

describe('kernelCommandLineWords', () => {
  it('parts words as their definition by a regular expression does', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '=', '"', ' ', '\t', '\n'), maxLength: 12 }), (text) => {
        const words = text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
        expect(kernelCommandLineWords(text)).toEqual(words.map((word) => word.replaceAll('"', '')));
      }),
      { numRuns: 2000 },
    );
  });
});

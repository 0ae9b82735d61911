import * as fc from 'fast-check';
import { parseKernelConfig } from './kernel-config';
import { malformed, parsed } from './parsed';

const title = '#\n# Automatically generated file; DO NOT EDIT.\n# Linux/x86 6.1.176 Kernel Configuration\n#\n';
const end = 'CONFIG_MAGIC_SYSRQ=y\n';

describe('parseKernelConfig', () => {
  it('reads symbols that are on, modules, or off, and passes over numbers and strings', () => {
    const text = `${title}CONFIG_IP_SET=m\nCONFIG_NET=y\n# CONFIG_WIREGUARD is not set\nCONFIG_IP_SET_MAX=256\nCONFIG_LSM="lockdown,y"\nCONFIG_OLD=n\n${end}`;
    expect(parseKernelConfig(text)).toEqual(
      parsed({
        symbols: new Map([
          ['IP_SET', 'm'],
          ['NET', 'y'],
          ['WIREGUARD', 'n'],
          ['OLD', 'n'],
          ['MAGIC_SYSRQ', 'y'],
        ]),
        complete: true,
      }),
    );
  });

  it('reads the path of the one program that runs all others for the kernel', () => {
    const text = `CONFIG_STATIC_USERMODEHELPER=y\nCONFIG_STATIC_USERMODEHELPER_PATH=""\n`;
    expect(parseKernelConfig(text)).toEqual(
      parsed({ symbols: new Map([['STATIC_USERMODEHELPER', 'y']]), helperPath: '', complete: false }),
    );
  });

  it.each([
    ['a distribution’s source configuration', `# x86_64\nCONFIG_NET=y\n${end}`],
    ['one that was cut off at a line end', `${title}CONFIG_NET=y\n`],
    ['one that was cut off within a line', `${title}CONFIG_NET=y\n${end}# CONFIG_WIREG`],
  ])('does not conclude from what %s leaves out', (_case, text) => {
    const config = parseKernelConfig(text);
    expect(config.status === 'parsed' && config.value.complete).toBe(false);
  });

  it('does not believe a last line without its end: CONFIG_NF_NAT=m could be CONFIG_NF_NAT_SIP=m', () => {
    expect(parseKernelConfig('CONFIG_NET=y\nCONFIG_IP_SET=m')).toEqual(
      parsed({ symbols: new Map([['NET', 'y']]), complete: false }),
    );
  });

  it.each([
    ['', 'has no line of a kernel configuration'],
    ['rubbish\n', 'has no line of a kernel configuration'],
    ['CONFIG_NET=y\n\u0000', 'holds binary data'],
  ])('%j is malformed', (text, detail) => {
    expect(parseKernelConfig(text)).toEqual(malformed(detail));
  });

  it('has every symbol that was written, with its value', () => {
    const symbol = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,12}$/).filter((name) => name !== 'MAGIC_SYSRQ');
    const lines = {
      y: (name: string) => `CONFIG_${name}=y`,
      m: (name: string) => `CONFIG_${name}=m`,
      n: (name: string) => `# CONFIG_${name} is not set`,
    };
    fc.assert(
      fc.property(fc.dictionary(symbol, fc.constantFrom('y', 'm', 'n')), (values) => {
        const text = Object.entries(values)
          .map(([name, value]) => `${lines[value](name)}\n`)
          .join('');
        const symbols = new Map<string, string>([...Object.entries(values), ['MAGIC_SYSRQ', 'y']]);
        expect(parseKernelConfig(title + text + end)).toEqual(parsed({ symbols, complete: true }));
      }),
    );
  });

  it('never takes a part for the whole', () => {
    const text = `${title}CONFIG_IP_SET=m\n# CONFIG_WIREGUARD is not set\n${end}CONFIG_DEBUG=y\n`;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.indexOf(end) + end.length - 1 }), (length) => {
        const config = parseKernelConfig(text.slice(0, length));
        expect(config.status === 'parsed' && config.value.complete).toBe(false);
      }),
    );
  });
});

import { kernelSymbols } from '@calico-readiness/requirements';
import { parseKernelConfig } from '../parsers/kernel-config';
import { keptSymbols, writtenValue } from './kept-symbols';

const text = '# Linux/x86 6.1.176 Kernel Configuration\nCONFIG_IP_SET=m\nCONFIG_E1000=m\nCONFIG_MAGIC_SYSRQ=y\n';

describe('the symbols that are kept of a kernel’s configuration', () => {
  const config = parseKernelConfig(text, keptSymbols);
  const value = config.status === 'parsed' ? config.value : { symbols: new Map(), complete: false };

  it('are those that somebody looks at, and the configuration is whole all the same', () => {
    expect(value).toEqual({ symbols: new Map([['IP_SET', 'm']]), complete: true });
  });

  it('are all that the catalogue names', () => {
    expect(kernelSymbols.filter((symbol) => !keptSymbols.has(symbol))).toEqual([]);
  });

  it('are told, and no other: that one is missing would say nothing', () => {
    expect(writtenValue(value, 'IP_SET')).toBe('m');
    expect(writtenValue(value, 'MODULES')).toBeUndefined();
    expect(() => writtenValue(value, 'E1000')).toThrow('E1000 is not kept');
  });
});

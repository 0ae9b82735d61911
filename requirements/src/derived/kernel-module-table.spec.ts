import { kernelModuleEntry, kernelModuleTable, kernelSymbols } from './kernel-module-table';

describe('kernelModuleTable', () => {
  it('names each module once, with underscores', () => {
    const names = kernelModuleTable.map((entry) => entry.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[A-Za-z0-9_]+$/.test(name))).toEqual([]);
  });

  it.each(kernelModuleTable)('can tell from the configuration and by a name whether $name is there', (entry) => {
    expect(entry.symbols.length).toBeGreaterThan(0);
    expect(entry.symbols.filter((symbol) => !/^[A-Z0-9_]+$/.test(symbol) || symbol.startsWith('CONFIG_'))).toEqual([]);
    expect(entry.askedByName || entry.aliases.length > 0).toBe(true);
  });

  it('does not take IP_NF_IPTABLES for a proof of ip_tables, which since Linux 6.9 it is not', () => {
    expect(kernelModuleEntry('ip_tables')?.symbols).not.toContain('IP_NF_IPTABLES');
  });

  it('knows no module that Calico does not need, though other checkers ask for it', () => {
    expect(['xt_u32', 'vfio_pci', 'xt_bpf', 'xt_icmp', 'xt_REJECT'].map(kernelModuleEntry)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('kernelSymbols', () => {
  it('lists each symbol once and holds every symbol of the table', () => {
    expect(new Set(kernelSymbols).size).toBe(kernelSymbols.length);
    expect(
      kernelModuleTable.flatMap((entry) => entry.symbols).filter((symbol) => !kernelSymbols.includes(symbol)),
    ).toEqual([]);
  });
});

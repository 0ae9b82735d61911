import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { parseKernelCommandLine } from '../parsers/proc/kernel-command-line';
import { parseModulesDep } from '../parsers/kernel-modules/modules-dep';
import { parseModulesLoadD } from '../parsers/kernel-modules/modules-load-d';
import { possibleConfigurations } from '../programs/network-manager/possible-configurations';
import { parseNetworkManagerConf } from '../parsers/network-manager-conf';
import { readKernelCommandLine } from './kernel-command-line';
import { modulesNamedForBoot } from './kernel-modules/modules-at-boot';
import { readLoadingRules } from './kernel-modules/modprobe-configuration';
import { legacyIptablesProbe } from './legacy-iptables';
import { readIfupdownInterfaces } from './network-manager/ifupdown-files';
import { readNetworkManagerUdevRules } from './network-manager/udev-rules';
import { ruleLoadersProbe } from './services/rule-loaders';
import { readNetworkFiles } from './systemd-networkd/network-files';

afterEach(removeTemporaryHosts);

const numbered = (size: number, line: (index: string) => string): string =>
  Array.from({ length: size }, (_, index) => line(String(index))).join('');
const filesOf = (tree: Parameters<typeof temporaryHost>[0]) => temporaryHost(tree).files;

describe('the rules of modprobe.d', () => {
  const complete = async (...texts: readonly string[]): Promise<boolean> => {
    const files = texts.map((text, index) => [`etc/modprobe.d/${String(index)}.conf`, text]);
    const tree = { 'proc/cmdline': 'quiet\n', 'proc/sys/kernel/modules_disabled': '0\n', ...Object.fromEntries(files) };
    return (await readLoadingRules(filesOf(tree))).complete;
  };
  const blacklist = (size: number): string => numbered(size, (index) => `blacklist a${index}\n`);

  it.each<[string, readonly string[], boolean]>([
    ['4096 lines', [blacklist(4096)], true],
    ['more lines', [blacklist(4097)], false],
    ['more lines in two files', [blacklist(4096), blacklist(1)], false],
    ['1024 patterns', ['install a* /bin/true\n'.repeat(1024)], true],
    ['more patterns', ['install a* /bin/true\n'.repeat(1025)], false],
    ['more soft dependencies', [`softdep a pre: ${'b '.repeat(4096)}\n`], false],
    ['a pattern of 4096 characters', [`install ${'['.repeat(4096)} /bin/true\n`], true],
    ['a longer pattern', [`install ${'['.repeat(4097)} /bin/true\n`], false],
    ['a soft dependency with a longer name than any module', [`softdep a pre: ${'b'.repeat(65)}\n`], false],
    ['more bytes', [`#${' '.repeat(1024 * 1024)}\n`], false],
  ])('with %s are known: %#', async (_, texts, known) => {
    expect(await complete(...texts)).toBe(known);
  });
});

describe('NetworkManager’s configuration', () => {
  const known = (text: string): boolean => {
    const result = parseNetworkManagerConf(text);
    const groups = result.status === 'parsed' ? result.value : [];
    return possibleConfigurations([{ groups, takesPart: true }], []) !== undefined;
  };

  it.each<[string, string, boolean]>([
    ['4096 items', `[keyfile]\nunmanaged-devices=${'a,'.repeat(4096)}\n`, true],
    ['more items', `[keyfile]\nunmanaged-devices=${'a,'.repeat(4097)}\n`, false],
    ['1024 sections', numbered(1024, (index) => `[device${index}]\n`), true],
    ['more sections', numbered(1025, (index) => `[device${index}]\n`), false],
    ['32 changes of lists', numbered(32, (index) => `[device${index}]\nmatch-device+=a\n`), true],
    ['more changes of lists', numbered(33, (index) => `[device${index}]\nmatch-device+=a\n`), false],
    ['more characters', `[main]\na=${'b'.repeat(128 * 1024)}\n`, false],
  ])('with %s is known: %#', (_, text, expected) => {
    expect(known(text)).toBe(expected);
  });
});

describe('what holds more than on any host', () => {
  it('is no whole list of interfaces', async () => {
    const named = (size: number) => filesOf({ 'etc/network/interfaces': 'source /a\n'.repeat(size) });
    expect((await readIfupdownInterfaces(named(256))).complete).toBe(false);
    const missing = filesOf({ 'etc/network/interfaces': 'source /a/*\n'.repeat(1024) });
    expect((await readIfupdownInterfaces(missing)).complete).toBe(true);
    const more = filesOf({ 'etc/network/interfaces': 'source /a/*\n'.repeat(1025) });
    expect((await readIfupdownInterfaces(more)).complete).toBe(false);
  });

  it.each<[number, number | undefined]>([
    [1000, 1000],
    [10_000, undefined],
  ])('leaves udev’s rules unknown: %i lines', async (size, expected) => {
    const rules = 'KERNEL=="a", ENV{NM_UNMANAGED}="1"\n'.repeat(size);
    const files = filesOf({ 'usr/lib/udev/rules.d/80-net-setup-link.rules': '', 'etc/udev/rules.d/a.rules': rules });
    expect((await readNetworkManagerUdevRules(files))?.[0]?.rules.length).toBe(expected);
  });

  it.each<[number, boolean]>([
    [8, true],
    [9, false],
  ])('leaves networkd’s files unknown: %i of 64 KiB', async (size, known) => {
    const text = `[Match]\nName=${'a'.repeat(64 * 1024 - 100)}\n`;
    const named = Array.from({ length: size }, (_, index) => [`etc/systemd/network/${String(index)}.network`, text]);
    const files = filesOf({ 'usr/': '', ...Object.fromEntries(named) });
    expect((await readNetworkFiles(files)) !== undefined).toBe(known);
  });

  it.each<[number, boolean]>([
    [4096, true],
    [4097, false],
  ])('leaves the modules unknown that a boot loads: %i names', async (size, known) => {
    const files = filesOf({ 'proc/cmdline': 'quiet\n', 'etc/modules-load.d/a.conf': 'a\n'.repeat(size) });
    expect((await modulesNamedForBoot(files)) !== undefined).toBe(known);
  });

  it('is too large for a fact', async () => {
    const tree = { 'proc/1/net/ip_tables_names': numbered(4097, (index) => `a${index}\n`) };
    const { legacyIptables } = await legacyIptablesProbe.gather(temporaryHost(tree));
    expect(legacyIptables).toMatchObject({ status: 'unavailable', reason: 'too-large' });
    const commandLine = await readKernelCommandLine(filesOf({ 'proc/cmdline': `${'a'.repeat(64 * 1024)}\n` }));
    expect(commandLine).toMatchObject({ status: 'unavailable', reason: 'too-large' });
    const dependencies = parseModulesDep(`a.ko: ${'b.ko '.repeat(257)}\n`);
    expect(dependencies).toMatchObject({ status: 'malformed', tooLarge: true });
    expect(parseModulesDep(`${'a'.repeat(4096)}.ko:\n`)).toMatchObject({ status: 'malformed', tooLarge: true });
  });

  it.each<[string, number, number, string]>([
    ['64 services that load rules', 64, 0, 'observed'],
    ['more services', 65, 0, 'too-large'],
    ['drop-ins of one mebibyte', 1, 5, 'too-large'],
  ])('hides who loads rules: %s', async (_, services, dropIns, expected) => {
    const unit = '[Service]\nExecStart=/usr/sbin/nft -f /etc/rules\n';
    const tree: Record<string, string | { readonly linkTo: string }> = { 'usr/bin/a': '' };
    for (let index = 0; index < services; index += 1) {
      tree[`usr/lib/systemd/system/a${String(index)}.service`] = unit;
      tree[`etc/systemd/system/multi-user.target.wants/a${String(index)}.service`] = {
        linkTo: `/usr/lib/systemd/system/a${String(index)}.service`,
      };
    }
    for (let index = 0; index < dropIns; index += 1)
      tree[`etc/systemd/system/a0.service.d/${String(index)}.conf`] = `#${' '.repeat(255 * 1024)}\n`;
    const { ruleLoaders } = await ruleLoadersProbe.gather(temporaryHost(tree));
    expect(ruleLoaders.status === 'observed' ? 'observed' : ruleLoaders.reason).toBe(expected);
  });
});

describe('a text of eight megabytes', () => {
  it.each<[string, () => unknown]>([
    ['is a kernel command line of one word', () => parseKernelCommandLine('a'.repeat(8 * 1024 * 1024))],
    ['is a kernel command line in quotes', () => parseKernelCommandLine('"a" "'.repeat(1_500_000))],
    ['names modules to load at boot', () => parseModulesLoadD('a\n'.repeat(4 * 1024 * 1024))],
  ])('%s without an error', (_, parse) => {
    expect(parse).not.toThrow();
  });
});

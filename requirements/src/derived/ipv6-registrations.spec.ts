import type { Fact } from '../model/fact';
import { observed, unavailable } from '../model/fact';
import type { KernelConfiguration, KernelModules } from '../model/kernel-module';
import { kernelModuleEntry } from './kernel-module-table';
import { hasIpv6Guard, ipv6Guards, ipv6Half, modulesOfIp6tables } from './ipv6-registrations';
import { parseKernelRelease } from './kernel-release';

const config = (symbols: KernelConfiguration): Fact<KernelConfiguration> => observed(symbols, 'a test');
const off = config({ IP6_NF_IPTABLES: 'n' });
const unseen = unavailable('not-found', 'a test');
const noModules: KernelModules = Object.fromEntries(modulesOfIp6tables.map((module) => [module, 'missing']));

const halfOf = (
  module: string,
  configuration: Fact<KernelConfiguration>,
  release: string | undefined,
  states = noModules,
): string =>
  ipv6Half([module], configuration, states, release === undefined ? undefined : parseKernelRelease(release)).presence;

describe('the guards of IPv6 registrations', () => {
  it('name modules of the table, each once', () => {
    for (const { module } of ipv6Guards) expect(kernelModuleEntry(module)?.name).toBe(module);
    expect(new Set(ipv6Guards.map(({ module }) => module)).size).toBe(ipv6Guards.length);
    expect(hasIpv6Guard(['xt_mark'])).toBe(true);
    expect(hasIpv6Guard(['xt_set', 'xt_conntrack'])).toBe(false);
  });
});

describe('ipv6Half with CONFIG_IP6_NF_IPTABLES off', () => {
  it.each([
    ['xt_mark', '6.18.9-talos', 'absent'],
    ['xt_CT', '6.12.0', 'absent'],
    ['xt_connmark', '7.0.3', 'absent'],
    ['xt_mark', '6.6.60-flatcar', 'absent'],
    ['xt_mark', '6.6.56', 'present'],
    ['xt_mark', '6.1.113', 'absent'],
    ['xt_mark', '6.1.112', 'present'],
    ['xt_mark', '5.15.168', 'absent'],
    ['xt_mark', '6.11.3', 'present'],
    // Distributions leave the patch level at 0 and take what they like.
    ['xt_mark', '5.14.0-570.12.1.el9_6.x86_64', 'undetermined'],
    ['xt_mark', '5.15.0-130-generic', 'undetermined'],
    ['xt_mark', '6.1.0-50-amd64', 'undetermined'],
    ['xt_mark', '5.10.230', 'undetermined'],
    ['xt_mark', undefined, 'undetermined'],
    ['xt_LOG', '4.18.0-553.el8.x86_64', 'absent'],
    ['xt_addrtype', undefined, 'absent'],
    ['xt_set', '6.18.9', 'present'],
    ['xt_tcpudp', '6.18.9', 'present'],
  ])('of %s on %s is %s', (module, release, presence) => expect(halfOf(module, off, release)).toBe(presence));

  it('names what certainly lacks IPv6 before what may', () => {
    const both = ['xt_mark', 'xt_LOG'];
    expect(ipv6Half(both, off, noModules, undefined)).toEqual({ presence: 'absent', extensions: ['LOG'] });
  });
});

describe('ipv6Half with CONFIG_IP6_NF_IPTABLES on or out of sight', () => {
  it.each(['m', 'y'] as const)('has nothing to say with %s', (value) => {
    expect(halfOf('xt_mark', config({ IP6_NF_IPTABLES: value }), '6.18.9')).toBe('present');
  });

  it.each([unseen, config({})])('does not know without the symbol', (configuration) => {
    expect(halfOf('xt_mark', configuration, '6.18.9')).toBe('undetermined');
  });

  it.each(['loaded', 'loadable', 'blacklisted', 'configured-only'] as const)(
    'takes a %s module that only such a kernel builds for proof',
    (state) => {
      expect(halfOf('xt_mark', unseen, '6.18.9', { ip6_tables: state })).toBe('present');
      expect(halfOf('xt_mark', off, '6.18.9', { ip6_tables: state })).toBe('present');
    },
  );

  it('does not trust the symbol alone while such a module could be there unseen', () => {
    expect(halfOf('xt_mark', off, '6.18.9', { ...noModules, ip6t_REJECT: 'unknown' })).toBe('undetermined');
  });

  it('does not need the symbol where the kernel guards nothing', () => {
    expect(halfOf('xt_mark', unseen, '6.6.50')).toBe('present');
  });
});

import { gzipSync } from 'node:zlib';
import { kernelSymbols, unavailable } from '@calico-readiness/requirements';
import type { HostTree, TemporaryHostOptions } from '../../test/temporary-host';
import { removeTemporaryHosts, temporaryHost } from '../../test/temporary-host';
import { denyingFiles } from '../../test/denying-files';
import { kernelConfigurationProbe } from './kernel-configuration';

afterEach(removeTemporaryHosts);

const osrelease = { 'proc/sys/kernel/osrelease': '6.1.0\n' };
const config = (...lines: string[]): string =>
  ['# Linux/x86 6.1.0 Kernel Configuration', ...lines, '# CONFIG_MAGIC_SYSRQ is not set', ''].join('\n');

const gather = async (tree: HostTree, options?: TemporaryHostOptions) =>
  (await kernelConfigurationProbe.gather(temporaryHost(tree, options))).kernelConfiguration;

describe('the kernel configuration', () => {
  it.each([
    'boot/config-6.1.0',
    'usr/lib/modules/6.1.0/config',
    'lib/modules/6.1.0/config',
    'usr/lib/ostree-boot/config-6.1.0',
    'usr/lib/kernel/config-6.1.0',
    'usr/src/linux-6.1.0/.config',
    'usr/src/linux-headers-6.1.0/.config',
    'lib/modules/6.1.0/build/.config',
    'boot/ostree/rhcos-0123abc/config-6.1.0',
  ])('is found at %s', async (path) => {
    expect(await gather({ ...osrelease, [path]: config('CONFIG_IP_SET=m') })).toMatchObject({
      source: path,
      value: { IP_SET: 'm' },
    });
  });

  it('is that of the running kernel first, compressed', async () => {
    const tree = {
      ...osrelease,
      'proc/config.gz': gzipSync(config('CONFIG_IP_SET=y')),
      'boot/config-6.1.0': config('CONFIG_IP_SET=m'),
    };
    expect(await gather(tree)).toMatchObject({ source: 'proc/config.gz', value: { IP_SET: 'y' } });
    expect(await gather(tree, { kernelRelease: '6.1.0' })).toMatchObject({ source: 'proc/config.gz' });
    expect(await gather(tree, { kernelRelease: '5.14.0' })).toEqual(unavailable('not-found', 'boot/config-5.14.0'));
  });

  it('has every symbol of the catalogue and no other; what a complete file leaves out is off', async () => {
    const fact = await gather({ ...osrelease, 'boot/config-6.1.0': config('CONFIG_IP_SET=m', 'CONFIG_USB=y') });
    expect(fact).toMatchObject({ value: { IP_SET: 'm', WIREGUARD: 'n' } });
    expect(fact.status === 'observed' && Object.keys(fact.value)).toEqual([...kernelSymbols]);
  });

  it('does not conclude from what a source configuration leaves out', async () => {
    const fact = await gather({
      ...osrelease,
      'boot/config-6.1.0': '# x86_64\nCONFIG_IP_SET=m\n# CONFIG_WIREGUARD is not set\n',
    });
    expect(fact).toMatchObject({ value: { IP_SET: 'm', WIREGUARD: 'n' } });
    expect(fact.status === 'observed' && Object.keys(fact.value).sort()).toEqual(['IP_SET', 'WIREGUARD']);
  });

  it('prefers a complete file further down to one that was cut off', async () => {
    const tree = {
      ...osrelease,
      'boot/config-6.1.0': 'CONFIG_IP_SET=m\nCONFIG_V',
      'usr/lib/modules/6.1.0/config': config('CONFIG_VXLAN=m'),
    };
    expect(await gather(tree)).toMatchObject({
      source: 'usr/lib/modules/6.1.0/config',
      value: { VXLAN: 'm', IP_SET: 'n' },
    });
  });

  it.each([
    ['cut off', gzipSync(config('CONFIG_IP_SET=y')).subarray(0, 40)],
    ['not compressed', new TextEncoder().encode(config('CONFIG_IP_SET=y'))],
    ['far too large inside', gzipSync(new Uint8Array(9 * 1024 * 1024))],
  ])('passes over a /proc/config.gz that is %s', async (_case, bytes) => {
    expect(await gather({ ...osrelease, 'proc/config.gz': bytes })).toMatchObject({
      reason: 'malformed',
      source: 'proc/config.gz',
    });
    expect(
      await gather({ ...osrelease, 'proc/config.gz': bytes, 'boot/config-6.1.0': config('CONFIG_IP_SET=m') }),
    ).toMatchObject({
      source: 'boot/config-6.1.0',
    });
  });

  it('is denied rather than not found when a place may not be looked at', async () => {
    const denied = { files: (files: Parameters<typeof denyingFiles>[0]) => denyingFiles(files, 'boot') };
    expect(await gather(osrelease, denied)).toEqual(unavailable('denied', 'boot/config-6.1.0'));
  });
});

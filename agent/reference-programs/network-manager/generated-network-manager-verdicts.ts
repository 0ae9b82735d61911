import fc from 'fast-check';
import type { GeneratedConfiguration } from './generated-configuration';
import { deviceList, documented } from './generated-device-lists';
import { seldom, sections } from './generated-sections';

/** Lines that the daemon refuses, and some that only look so. A daemon that refuses a file says nothing of the others. */
const odd = fc.constantFrom(
  'nonsense',
  '[device',
  '; a comment',
  '[device] # pods',
  'managed',
  '  interface-name:tunl*',
  '\ufeff[keyfile]',
  '=1',
  '# a comment',
  '',
  '\t',
  'managed[de]=0',
  'managed =0',
  '# b',
  ' # c',
  '[keyfile]',
  '[device]\t',
  'Managed=0',
  '[device-calico]',
  'managed=0',
);

const file = fc
  .record({
    groups: fc.array(sections, { minLength: 1, maxLength: 5 }),
    odd: seldom(8, odd),
    place: fc.integer({ min: 0, max: 4 }),
    newline: fc.constantFrom('\n', '\n', '\n', '\n', '\r\n'),
  })
  .map(({ groups, odd: line, place, newline }): Uint8Array => {
    const lines = groups.flat();
    if (line !== null) lines.splice(place, 0, line);
    return Buffer.from(lines.join(newline) + newline);
  });

/** What OpenShift's machine configuration operator writes, and what Calico's documentation asks for. */
const openShift =
  '[device]\nmatch-device=interface-name:br-int;interface-name:br-local;interface-name:br-nexthop,interface-name:ovn-k8s-*,interface-name:k8s-*;interface-name:tun0;interface-name:br0;driver:veth\nmanaged=0\n';
const known = fc
  .constantFrom(`[keyfile]\nunmanaged-devices=${documented}\n`, openShift, '')
  .map((text): Uint8Array => Buffer.from(text));

const fileNames = ['10-a.conf', '99-x.conf', 'calico.conf', 'sdn.conf', 'no.txt'];
const snippetPaths = ['usr/lib', 'run', 'etc', 'etc'].flatMap((top) =>
  fileNames.map((name) => `${top}/NetworkManager/conf.d/${name}`),
);

/** What the daemon wrote itself. */
const internal = fc
  .tuple(
    fc.constantFrom('.set.unmanaged-devices', '.was.unmanaged-devices', 'unmanaged-devices'),
    deviceList,
    fc.constantFrom('', '[.intern.device-q]\nmanaged=0\n', '[device]\n.set.managed=0\n'),
  )
  .map(([key, value, more]): Uint8Array => Buffer.from(`[keyfile]\n${key}=${value}\n${more}`));

/** Configurations that nearly all start a daemon and that speak of Calico's interfaces, or nearly. */
export const verdictConfigurationArbitrary: fc.Arbitrary<GeneratedConfiguration> = fc
  .tuple(
    fc.subarray([...new Set(snippetPaths)], { minLength: 1, maxLength: 4 }),
    fc.array(fc.oneof({ weight: 7, arbitrary: file }, known), { minLength: 4, maxLength: 4 }),
    fc.option(file, { freq: 2 }),
    seldom(4, internal),
  )
  .map(([paths, files, base, own]) => ({
    ...Object.fromEntries(paths.map((path, index) => [path, files[index] ?? new Uint8Array()])),
    ...(base !== null && { 'etc/NetworkManager/NetworkManager.conf': base }),
    ...(own !== null && { 'var/lib/NetworkManager/NetworkManager-intern.conf': own }),
  }));

import fc from 'fast-check';
import type { GeneratedConfiguration } from './generated-configuration';

/** What a site lists for reasons of its own; a few of them have to do with Calico. */
const items = [
  'interface-name:eth*',
  'mac:00:22:68:1c:59:b1',
  'interface-name:tunl*',
  'interface-name:cali1',
  'type:bridge',
];
const exceptions = ['except:interface-name:tunl0', 'except:interface-name:vxlan.calico', 'except:interface-name:cali*'];

const list = fc
  .tuple(
    fc.subarray(items, { minLength: 1, maxLength: 3 }),
    fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...exceptions) }),
  )
  .map(([listed, except]) => [...listed, ...(except === null ? [] : [except])].join(';'));

const line = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('unmanaged-devices=') },
      { weight: 1, arbitrary: fc.constantFrom('unmanaged-devices+=', 'unmanaged-devices-=') },
    ),
    list,
  )
  .map((parts) => parts.join(''));

const section = fc.oneof(
  { weight: 6, arbitrary: line.map((text) => `[keyfile]\n${text}\n`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('[device-site]\nmatch-device=driver:veth\nmanaged=0\n', '[device]\nmanaged=1\n'),
  },
  { weight: 1, arbitrary: fc.constant('[main]\nno-auto-default=*\n') },
);

const file = fc
  .array(section, { minLength: 1, maxLength: 2 })
  .map((sections): Uint8Array => Buffer.from(sections.join('')));

const etc = 'etc/NetworkManager/conf.d';
/** More often than not one that sorts behind the documented file. */
const later = ['sdn.conf', 'zz-site.conf', 'zzz.conf', '~site.conf', 'calico.conf'].map((name) => `${etc}/${name}`);
const others = [
  ...['10-site.conf', 'calico.conf'].map((name) => `${etc}/${name}`),
  'usr/lib/NetworkManager/conf.d/50-vendor.conf',
  'usr/lib/NetworkManager/conf.d/calico.conf',
  'run/NetworkManager/conf.d/15-boot.conf',
  'etc/NetworkManager/NetworkManager.conf',
];

/** Configurations in which other files have lists of unmanaged devices, for the greater part after the documented one. */
export const conflictingListsArbitrary: fc.Arbitrary<GeneratedConfiguration> = fc
  .tuple(
    fc.subarray(later, { minLength: 1, maxLength: 2 }),
    fc.subarray(others, { maxLength: 2 }),
    fc.array(file, { minLength: 4, maxLength: 4 }),
  )
  .map(([behind, before, files]) => {
    const paths = [...new Set([...behind, ...before])];
    return Object.fromEntries(paths.map((path, index) => [path, files[index] ?? new Uint8Array()]));
  });

import { growthOf, linear } from '../../../test/growth/growth';
import { parseNetworkInterfaces } from '../../parsers/network-interfaces';
import { parseNetworkManagerConf } from '../../parsers/network-manager-conf';
import { parseUdevRules } from '../../parsers/udev-rules';
import { calicoDevices } from '../calico-devices';
import { namesTakenByIfupdown, noIfupdownInterfaces } from './ifupdown-interfaces';
import { applyInternalConfiguration } from './internal-configuration';
import { managedDecision } from './managed-decision';
import { mergeConfiguration } from './merge-configuration';
import { snippetTakesPart } from './snippet-condition';
import { isUnmanagedByUdev } from './udev-unmanaged';

const tunnel = calicoDevices.tunl0[0]!;
const groupsOf = (text: string) => {
  const result = parseNetworkManagerConf(text);
  return result.status === 'parsed' ? result.value : [];
};
const numbered = (size: number, text: (index: number) => string): string =>
  Array.from({ length: size }, (_, index) => text(index)).join('');
const unmanaged = (key: string, size: number, tag = 'interface-name:') =>
  groupsOf(`[keyfile]\nunmanaged-devices${key}=${numbered(size, (index) => `${tag}eth${String(index)},`)}\n`);
const managed = (...files: readonly ReturnType<typeof groupsOf>[]) =>
  managedDecision(mergeConfiguration(files), noIfupdownInterfaces)(tunnel, false);
const udev = (rules: string): unknown =>
  isUnmanagedByUdev([{ rules: parseUdevRules(rules), knowsDriver: null }], tunnel);
describe('the steps that tell what NetworkManager manages', () => {
  it.each<readonly [string, (size: number) => unknown]>([
    ['devices that a second file adds', (size) => managed(unmanaged('', size), unmanaged('+', size, 'driver:'))],
    ['devices that a second file takes away', (size) => managed(unmanaged('', size), unmanaged('-', size, 'driver:'))],
    ['exceptions', (size) => managed(unmanaged('', size, 'except:interface-name:'))],
    [
      'sections of devices',
      (size) =>
        managed(groupsOf(numbered(size, (index) => `[device${String(index)}]\nmanaged=0\nmatch-device=eth0\n`))),
    ],
    [
      'keys of the own file',
      (size) =>
        applyInternalConfiguration(
          new Map(),
          groupsOf(`[main]\n${numbered(size, (index) => `.set.a${String(index)}=b\n`)}`),
        ),
    ],
    ['conditions', (size) => snippetTakesPart(groupsOf(`[.config]\nenable=${'nm-version-min:1.2,'.repeat(size)}\n`))],
    [
      'interfaces',
      (size) =>
        namesTakenByIfupdown(
          parseNetworkInterfaces(numbered(size, (index) => `iface eth${String(index)} inet dhcp\n`)),
        ),
    ],
    ['rules that jump, perhaps', (size) => udev('TEST=="a", GOTO="b", ENV{NM_UNMANAGED}=="1"\n'.repeat(size))],
    ['rules that wait for a label', (size) => udev(`KERNEL=="tunl0", GOTO="end"\n${'KERNEL=="a"\n'.repeat(size)}`)],
    ['patterns of a rule', (size) => udev(`KERNEL=="${'a|'.repeat(size)}", ENV{NM_UNMANAGED}="1"\n`)],
    ['open brackets in a rule', (size) => udev(`KERNEL=="${'['.repeat(size)}", ENV{NM_UNMANAGED}="1"\n`)],
  ])('grow no faster than what they are given: %s', (_, call) => {
    expect(growthOf(call, 300)).toBeLessThan(linear);
  });
});

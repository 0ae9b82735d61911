import { shellPattern } from '../shell-pattern';
import type { Device } from '../calico-devices';
import { afterTag } from './match-specs';
import type { Answer } from '../three-valued';
import { allOf, anyOf, not } from '../three-valued';

/** Whether a device is in a list together with the interfaces of some names. */
export type DeviceList = (device: Device, names?: ReadonlySet<string>) => Answer;

type DeviceMatch = (device: Device) => Answer;

/** Whether a device list (NetworkManager.conf(5), "Device List Format") matches the device; null when that depends on what files can't show. */
export const matchDevice = (specs: readonly string[], device: Device): Answer => deviceList(specs)(device);

/** A device list made ready for many devices: an exception wins over every other item, and a list of nothing but exceptions has every other device. */
export function deviceList(specs: readonly string[]): DeviceList {
  const exceptions: DeviceMatch[] = [];
  const positives: DeviceMatch[] = [];
  for (const spec of specs) {
    const exception = afterTag(spec, 'except:');
    if (exception === undefined) positives.push(matchOne(spec, true));
    else exceptions.push(matchOne(exception, false));
  }
  return (device, names = new Set()) => {
    if (specs.length === 0 && names.size === 0) return false;
    const spared = not(anyOf(exceptions.map((matches) => matches(device))));
    if (positives.length === 0 && names.size === 0) return spared;
    return allOf([anyOf([names.has(device.name), ...positives.map((matches) => matches(device))]), spared]);
  };
}

function matchOne(spec: string, plainNames: boolean): DeviceMatch {
  if (spec === '*') return () => true;
  for (const [tag, matches] of tags) {
    const value = afterTag(spec, tag);
    if (value !== undefined) return matches(value);
  }
  return (device) => plainNames && spec === device.name;
}

/** In the order in which NetworkManager tries them. */
const tags: readonly (readonly [string, (value: string) => DeviceMatch])[] = [
  ['type:', (value) => (device) => value === device.type],
  // Only a permanent address counts, and no interface of Calico's has one.
  ['mac:', () => () => false],
  ['interface-name:', matchName],
  ['driver:', matchDriver],
  ['s390-subchannels:', () => () => false],
  // Decided by the DHCP client that the daemon was built with and started.
  ['dhcp-plugin:', () => () => null],
];

function matchName(value: string): DeviceMatch {
  if (value.startsWith('=')) return (device) => value.slice(1) === device.name;
  const pattern = value.startsWith('~') ? value.slice(1) : value;
  const matches = glob(pattern);
  return ({ name }) => pattern === name || matches(name);
}

/** `driver:NAME` or `driver:NAME/VERSION`, the version a pattern. The daemon compares NAME with the start of the driver's name then. */
function matchDriver(value: string): DeviceMatch {
  const slash = value.lastIndexOf('/');
  if (slash < 0) return ({ driver }) => value === driver;
  const name = value.slice(0, slash);
  const answer = /^\*+$/.test(value.slice(slash + 1)) ? true : null;
  return ({ driver }) => (driver.startsWith(name) ? answer : false);
}

/** GLib's patterns know `*` and `?` only; a bracket is a bracket. */
const glob = (pattern: string): ((text: string) => boolean) => shellPattern(pattern.replace(/\[/g, '[[]'));

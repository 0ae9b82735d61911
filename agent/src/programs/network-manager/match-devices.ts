import { matchesShellPattern } from '../shell-pattern';
import type { Device } from '../calico-devices';
import { afterTag, matchSpecs } from './match-specs';
import type { Answer } from '../three-valued';

/** Whether a device list (NetworkManager.conf(5), "Device List Format") matches the device; null when that depends on what files can't show. */
export const matchDevice = (specs: readonly string[], device: Device): Answer =>
  matchSpecs(specs, (spec, except) => matchOne(spec, !except, device));

function matchOne(spec: string, plainNames: boolean, device: Device): Answer {
  if (spec === '*') return true;
  for (const [tag, matches] of tags) {
    const value = afterTag(spec, tag);
    if (value !== undefined) return matches(value, device);
  }
  return plainNames && spec === device.name;
}

/** In the order in which NetworkManager tries them. */
const tags: readonly (readonly [string, (value: string, device: Device) => Answer])[] = [
  ['type:', (value, device) => value === device.type],
  // Only a permanent address counts, and no interface of Calico's has one.
  ['mac:', () => false],
  ['interface-name:', (value, device) => matchName(value, device.name)],
  ['driver:', (value, device) => matchDriver(value, device.driver)],
  ['s390-subchannels:', () => false],
  // Decided by the DHCP client that the daemon was built with and started.
  ['dhcp-plugin:', () => null],
];

function matchName(value: string, name: string): boolean {
  if (value.startsWith('=')) return value.slice(1) === name;
  const pattern = value.startsWith('~') ? value.slice(1) : value;
  return pattern === name || matchesGlob(pattern, name);
}

/** `driver:NAME` or `driver:NAME/VERSION`, the version a pattern. The daemon compares NAME with the start of the driver's name then. */
function matchDriver(value: string, driver: string): Answer {
  const slash = value.lastIndexOf('/');
  if (slash < 0) return value === driver;
  if (!driver.startsWith(value.slice(0, slash))) return false;
  return /^\*+$/.test(value.slice(slash + 1)) ? true : null;
}

/** GLib's patterns know `*` and `?` only; a bracket is a bracket. */
const matchesGlob = (pattern: string, text: string): boolean =>
  matchesShellPattern(text, pattern.replace(/\[/g, '[[]'));

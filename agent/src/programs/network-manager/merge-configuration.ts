import type { KeyFileGroup } from '../../parsers/network-manager-conf';
import { joinMatchSpecs, splitMatchSpecs } from '../../parsers/match-spec';

/** Raw values by key, by section. The order of sections is that of rising priority. */
export type Configuration = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Sections = Map<string, Map<string, string>>;

/**
 * All files as one configuration (NetworkManager.conf(5), "FILE FORMAT"). They are given in the order in
 * which the daemon reads them: the value of a later file wins, `key+=` and `key-=` change device lists and the list of
 * plugins and are dropped elsewhere, a section keeps the place where any file first gives it a value. Within one file the
 * topmost `[device*]` section has the highest priority, so they are taken from the bottom up. Without a value a
 * section has no place yet, unless the daemon keeps empty ones, as NetworkManager does since 1.56.
 */
export function mergeConfiguration(
  files: readonly (readonly KeyFileGroup[])[],
  keepsEmptySections = false,
): Configuration {
  const merged: Sections = new Map();
  for (const groups of files) {
    for (const { name, values } of inRisingPriority(groups)) {
      if (name === '.config' || name.startsWith('.intern')) continue;
      const section = merged.get(name) ?? new Map<string, string>();
      for (const [key, value] of values) mergeValue(section, name, key, value);
      if (section.size > 0 || keepsEmptySections) merged.set(name, section);
    }
  }
  return merged;
}

/** Whether a section holds device properties. Every name that starts so counts: `[device-calico]`, `[devicefoo]`. */
export const isDeviceSection = (name: string): boolean => name.startsWith('device');

function inRisingPriority(groups: readonly KeyFileGroup[]): readonly KeyFileGroup[] {
  const devices = groups.filter(({ name }) => isDeviceSection(name));
  return [...groups.filter(({ name }) => !isDeviceSection(name)), ...devices.reverse()];
}

function mergeValue(section: Map<string, string>, name: string, key: string, value: string): void {
  // Reserved for the daemon's own file.
  if (/^\.(?:was|set)\../.test(key) || key === '.was') return;
  const operation = key.length > 1 ? key.slice(-1) : '';
  if (operation !== '+' && operation !== '-') {
    section.set(key, value);
    return;
  }
  const list = key.slice(0, -1);
  const isPlugins = name === 'main' && list === 'plugins';
  if (!isDeviceList(name, list) && !isPlugins) return;
  const split = isPlugins ? stringList : splitMatchSpecs;
  const before = split(section.get(list) ?? '');
  const change = split(value);
  const after = operation === '-' ? without(before, change) : [...before, ...without(change, before)];
  section.set(list, isPlugins ? after.join(',') : joinMatchSpecs(after));
}

function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Set(others);
  return items.filter((item) => !left.has(item));
}

/** The items of a list of names, as GLib parts it: by commas, one at the end without an item behind it. */
export const stringList = (value: string): readonly string[] =>
  value
    .replace(/,$/, '')
    .split(',')
    .filter((item) => item !== '');

/** The device lists that the managed decision reads. */
const isDeviceList = (name: string, key: string): boolean =>
  (name === 'keyfile' && key === 'unmanaged-devices') || (isDeviceSection(name) && key === 'match-device');

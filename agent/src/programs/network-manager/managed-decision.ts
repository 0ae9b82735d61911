import { keyFileBoolean, keyFileText } from '../../parsers/key-file-value';
import { splitMatchSpecs } from '../../parsers/match-spec';
import type { Device } from '../calico-devices';
import type { IfupdownInterfaces } from './ifupdown-interfaces';
import { ifupdownTakes } from './ifupdown-interfaces';
import { deviceList } from './match-devices';
import type { Configuration } from './merge-configuration';
import { isDeviceSection } from './merge-configuration';
import type { Answer } from '../three-valued';
import { agreed } from '../three-valued';

/** Whether a device is managed, given whether udev's rules have it left alone. */
export type ManagedDecision = (device: Device, unmanagedByUdev: Answer) => Answer;

/**
 * Whether NetworkManager manages a device that something else created and brought up. `unmanaged-devices` and, in one
 * list with it, the interfaces of its ifupdown plugin can only take it away; else the first `[device*]` section that speaks of it decides; else udev; else it is
 * managed (NetworkManager.conf(5), "KEYFILE SECTION" and "DEVICE SECTION"; order measured on the daemon).
 * Null when what decides could not be known. The configuration is read once, for all devices.
 */
export function managedDecision(configuration: Configuration, ifupdown: IfupdownInterfaces): ManagedDecision {
  const isListed = listedDevices(configuration, ifupdown);
  const sections = sectionsByPriority(configuration).flatMap(decidingSection);
  return (device, unmanagedByUdev) => {
    const listed = isListed(device);
    if (listed === true) return false;
    const bySection = managedBySections(sections, device);
    const otherwise = bySection === 'unset' ? (unmanagedByUdev === null ? null : !unmanagedByUdev) : bySection;
    return listed === null && otherwise !== false ? null : otherwise;
  };
}

function listedDevices(
  configuration: Configuration,
  { names, complete, byDefault }: IfupdownInterfaces,
): (device: Device) => Answer {
  const list = deviceList(splitMatchSpecs(configuration.get('keyfile')?.get('unmanaged-devices') ?? ''));
  const takes = ifupdownTakes(configuration, byDefault);
  const taken = new Set(names);
  // Where more names may be, they may name this device, or others only.
  const [withOthers, isPartOnly] = [new Set([...names, '']), takes !== false && !complete];
  return (device) =>
    agreed([
      ...(takes === true ? [] : [list(device)]),
      ...(takes === false ? [] : [list(device, taken)]),
      ...(isPartOnly ? [list(device, new Set([device.name])), list(device, withOthers)] : []),
    ]);
}

type SectionAnswer = Answer | 'unset';

/** A section that may decide: for which devices, and how. */
interface DecidingSection {
  readonly matches: (device: Device) => Answer;
  readonly answer: boolean | 'unset';
}

/** From the highest priority down: later sections first, the one that is called `device` always last. */
function sectionsByPriority(configuration: Configuration): readonly ReadonlyMap<string, string>[] {
  const named = [...configuration].filter(
    ([name]) =>
      (isDeviceSection(name) && name !== 'device') || (name.startsWith('.intern.device') && name !== '.intern.device'),
  );
  const last = configuration.get('device');
  return [...named.reverse().map(([, values]) => values), ...(last === undefined ? [] : [last])];
}

/** None where the section does not speak of it. */
function decidingSection(section: ReadonlyMap<string, string>): readonly DecidingSection[] {
  const raw = section.get('managed');
  const managed = raw === undefined ? undefined : keyFileText(raw);
  if (managed === undefined && keyFileBoolean(section.get('stop-match') ?? '') !== true) return [];
  const list = section.get('match-device');
  const matches = list === undefined ? () => true : deviceList(splitMatchSpecs(list));
  // A value that is no boolean acts as true.
  return [{ matches, answer: managed === undefined ? 'unset' : (keyFileBoolean(managed) ?? true) }];
}

function managedBySections(sections: readonly DecidingSection[], device: Device): SectionAnswer {
  let undecided: SectionAnswer | undefined;
  for (const section of sections) {
    const matches = section.matches(device);
    if (matches === false) continue;
    if (undecided !== undefined && undecided !== section.answer) return null;
    if (matches === true) return section.answer;
    undecided = section.answer;
  }
  return undecided === undefined || undecided === 'unset' ? 'unset' : null;
}

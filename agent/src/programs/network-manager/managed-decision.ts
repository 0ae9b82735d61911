import { keyFileBoolean, keyFileText } from '../../parsers/key-file-value';
import { splitMatchSpecs } from '../../parsers/match-spec';
import type { Device } from '../calico-devices';
import type { IfupdownInterfaces } from './ifupdown-interfaces';
import { ifupdownTakes } from './ifupdown-interfaces';
import { matchDevice } from './match-devices';
import type { Configuration } from './merge-configuration';
import { isDeviceSection } from './merge-configuration';
import type { Answer } from '../three-valued';
import { agreed } from '../three-valued';

/**
 * Whether NetworkManager manages a device that something else created and brought up. `unmanaged-devices` and, in one
 * list with it, the interfaces of its ifupdown plugin can only take it away; else the first `[device*]` section that speaks of it decides; else udev; else it is
 * managed (NetworkManager.conf(5), "KEYFILE SECTION" and "DEVICE SECTION"; order measured on the daemon).
 * Null when what decides could not be known.
 */
export function isManaged(
  configuration: Configuration,
  device: Device,
  unmanagedByUdev: Answer,
  ifupdown: IfupdownInterfaces,
): Answer {
  const listed = isListed(configuration, device, ifupdown);
  if (listed === true) return false;
  const bySection = managedBySections(sectionsByPriority(configuration), device);
  const otherwise = bySection === 'unset' ? (unmanagedByUdev === null ? null : !unmanagedByUdev) : bySection;
  return listed === null && otherwise !== false ? null : otherwise;
}

function isListed(configuration: Configuration, device: Device, ifupdown: IfupdownInterfaces): Answer {
  const { names, complete, byDefault } = ifupdown;
  const specs = splitMatchSpecs(configuration.get('keyfile')?.get('unmanaged-devices') ?? '');
  const takes = ifupdownTakes(configuration, byDefault);
  // Where more names may be, they may name this device, or others only.
  const possible = [
    ...(takes === true ? [] : [[]]),
    ...(takes === false ? [] : [names]),
    ...(takes === false || complete
      ? []
      : [
          [...names, device.name],
          [...names, ''],
        ]),
  ];
  return agreed(
    possible.map((taken) => matchDevice([...specs, ...taken.map((name) => `interface-name:=${name}`)], device)),
  );
}

type SectionAnswer = Answer | 'unset';

/** From the highest priority down: later sections first, the one that is called `device` always last. */
function sectionsByPriority(configuration: Configuration): readonly ReadonlyMap<string, string>[] {
  const named = [...configuration].filter(
    ([name]) =>
      (isDeviceSection(name) && name !== 'device') || (name.startsWith('.intern.device') && name !== '.intern.device'),
  );
  const last = configuration.get('device');
  return [...named.reverse().map(([, values]) => values), ...(last === undefined ? [] : [last])];
}

function managedBySections(sections: readonly ReadonlyMap<string, string>[], device: Device): SectionAnswer {
  let undecided: SectionAnswer | undefined;
  for (const section of sections) {
    const raw = section.get('managed');
    const managed = raw === undefined ? undefined : keyFileText(raw);
    if (managed === undefined && keyFileBoolean(section.get('stop-match') ?? '') !== true) continue;
    const list = section.get('match-device');
    const matches = list === undefined ? true : matchDevice(splitMatchSpecs(list), device);
    if (matches === false) continue;
    // A value that is no boolean acts as true.
    const answer = managed === undefined ? 'unset' : (keyFileBoolean(managed) ?? true);
    if (undecided !== undefined && undecided !== answer) return null;
    if (matches === true) return answer;
    undecided = answer;
  }
  return undecided === undefined || undecided === 'unset' ? 'unset' : null;
}

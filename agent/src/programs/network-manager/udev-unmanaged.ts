import type { UdevRule, UdevTerm } from '../../parsers/udev-rules';
import { matchesShellPattern } from '../shell-pattern';
import type { Device } from '../calico-devices';
import type { Answer } from '../three-valued';
import { allOf, not } from '../three-valued';

/** The properties with which udev rules speak to NetworkManager (`NM_UNMANAGED` is in its 85-nm-unmanaged.rules). */
export const networkManagerProperties = ['NM_UNMANAGED', 'ID_NET_MANAGED_BY'] as const;

/** A udev rules file. */
export interface UdevRulesFile {
  readonly rules: readonly UdevRule[];
  /** Whether the device's driver is known by the time these rules are read: a rule of udev's own finds it out. */
  readonly knowsDriver: Answer;
}

/**
 * Whether the udev rules make NetworkManager leave a new device alone. The files are given in the order of
 * their names, shadowed ones left out. Null when a rule that may apply depends on something other than the
 * device's name, driver and kind.
 */
export function isUnmanagedByUdev(files: readonly UdevRulesFile[], device: Device): Answer {
  let unmanaged: Answer = false;
  for (const { rules, knowsDriver } of files) {
    const speaks = rules.some((rule) => rule.some(isAssignment));
    let waitingFor: string | undefined;
    for (const rule of rules) {
      if (waitingFor !== undefined && !isLabel(rule, waitingFor)) continue;
      waitingFor = undefined;
      const applies = allOf(rule.filter(isMatch).map((term) => matchTerm(term, device, knowsDriver)));
      if (applies === false) continue;
      const assigned = rule.filter(isAssignment).map(assignedAnswer).at(-1);
      if (assigned !== undefined) unmanaged = applies === true || assigned === unmanaged ? assigned : null;
      const target = rule.find(({ key }) => key === 'GOTO')?.value;
      if (target === undefined) continue;
      // What a jump that may happen would skip can't be told apart from what it would not.
      if (applies === null && speaks) return null;
      if (applies === true) waitingFor = target;
    }
  }
  return unmanaged;
}

const isMatch = ({ operator }: UdevTerm): boolean => operator === '==' || operator === '!=';

const isLabel = (rule: UdevRule, name: string): boolean =>
  rule.some(({ key, value }) => key === 'LABEL' && value === name);

const isAssignment = ({ key, attribute, operator }: UdevTerm): boolean =>
  key === 'ENV' &&
  (operator === '=' || operator === ':=') &&
  networkManagerProperties.some((name) => name === attribute);

/** Who else manages a device (`ID_NET_MANAGED_BY`) matters to NetworkManager 1.46 and later only. */
function assignedAnswer({ attribute, value }: UdevTerm): Answer {
  if (attribute !== 'NM_UNMANAGED') return null;
  if (/^\s*(?:1|true|yes|on)\s*$/i.test(value)) return true;
  return /^\s*(?:0|false|no|off)?\s*$/i.test(value) ? false : null;
}

function matchTerm(term: UdevTerm, device: Device, knowsDriver: Answer): Answer {
  const isDriver = term.key === 'ENV' && term.attribute === 'ID_NET_DRIVER';
  if (!isDriver) return matchProperty(term, propertyOf(term.key, term.attribute, device));
  const answers = [...(knowsDriver === false ? [] : [device.driver]), ...(knowsDriver === true ? [] : [''])].map(
    (driver) => matchProperty(term, driver),
  );
  return answers.every((answer) => answer === answers[0]) ? (answers[0] ?? null) : null;
}

function matchProperty({ operator, value }: UdevTerm, property: string | undefined): Answer {
  if (property === undefined) return null;
  const matches = value.split('|').some((pattern) => matchesShellPattern(property, pattern));
  return operator === '==' ? matches : not(matches);
}

/** What a rule sees of the device when it is added; undefined for what files can't tell. */
function propertyOf(key: string, attribute: string, device: Device): string | undefined {
  if (key === 'ENV') return environmentOf(attribute, device);
  const properties: Readonly<Record<string, string>> = {
    ACTION: 'add',
    SUBSYSTEM: 'net',
    KERNEL: device.name,
    NAME: device.name,
  };
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}

function environmentOf(name: string, device: Device): string | undefined {
  const properties: Readonly<Record<string, string>> = {
    ACTION: 'add',
    SUBSYSTEM: 'net',
    INTERFACE: device.name,
    DEVTYPE: device.deviceType,
  };
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

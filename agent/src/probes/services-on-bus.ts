import type { ServiceEnablement } from '@calico-readiness/requirements';
import { serviceEnablements } from '@calico-readiness/requirements';
import type { Host } from '../host/host-files';
import type { BusAnswer, BusQuestion } from '../host/system-bus';
import { variantValue } from '../parsers/bus-value';
import { unitObject } from './services-unit-object';

/** Values of a unit's ActiveState (org.freedesktop.systemd1(5)), with whether the unit is doing its work. */
const activeByState: Readonly<Record<string, boolean>> = {
  active: true,
  reloading: true,
  refreshing: true,
  activating: true,
  deactivating: true,
  inactive: false,
  failed: false,
};

/** What systemd says; what it did not answer for is left out. */
export interface SystemdWords {
  /** Whether units are active, by the name that they run under. */
  readonly active: ReadonlyMap<string, boolean>;
  /** States of unit files, by any name; only those that a report has a word for. */
  readonly enablements: ReadonlyMap<string, ServiceEnablement>;
  /** Units, by the name that they run under, whose file on disk systemd read and can not start. */
  readonly broken: ReadonlySet<string>;
}

/**
 * Asks systemd over D-Bus about units by the names `ids` that they run under, and about the files of `names`, all
 * in one go. GetUnitFileState looks at the disk when it is asked, as the next boot will. LoadState is what the last
 * daemon-reload found, so that it counts only for a unit whose NeedDaemonReload says that its file is still the same.
 */
export async function askSystemd({ systemBus }: Host, ids: readonly string[], names: readonly string[]): Promise<SystemdWords> {
  const units = [...new Set(ids)];
  const questions = [
    ...units.flatMap((unit) => ['ActiveState', 'LoadState', 'NeedDaemonReload'].map((name) => property(unit, name))),
    ...names.map(unitFileState),
  ];
  const answers = await systemBus?.ask('org.freedesktop.systemd1', questions);
  const said = answers?.status === 'observed' ? answers.value : [];
  const states = units.map((unit, index) => ({ unit, active: variantOf(said[3 * index]), load: variantOf(said[3 * index + 1]), isOutdated: variantOf(said[3 * index + 2]) }));
  return {
    active: known(states.map(({ unit, active }) => [unit, activeOf(active)])),
    broken: new Set(states.filter(({ load, isOutdated }) => (load === 'bad-setting' || load === 'error') && isOutdated === false).map(({ unit }) => unit)),
    enablements: known(names.map((name, index) => [name, enablementOf(said[3 * units.length + index])])),
  };
}

const property = (unit: string, name: string): BusQuestion => ({
  path: unitObject(unit),
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  parameters: ['org.freedesktop.systemd1.Unit', name],
});

const unitFileState = (name: string): BusQuestion => ({
  path: '/org/freedesktop/systemd1',
  interface: 'org.freedesktop.systemd1.Manager',
  member: 'GetUnitFileState',
  parameters: [name],
});

const variantOf = (answer: BusAnswer | undefined): unknown => (answer?.status === 'answered' ? variantValue(answer.values[0]) : undefined);

const activeOf = (state: unknown): boolean | undefined =>
  typeof state === 'string' && Object.hasOwn(activeByState, state) ? activeByState[state] : undefined;

/** A report has no word for some states, such as `linked` and `bad`. */
const enablementOf = (answer: BusAnswer | undefined): ServiceEnablement | undefined =>
  answer?.status === 'answered' ? serviceEnablements.find((word) => word === answer.values[0]) : undefined;

const known = <Value>(entries: readonly (readonly [string, Value | undefined])[]): ReadonlyMap<string, Value> =>
  new Map(entries.filter((entry): entry is readonly [string, Value] => entry[1] !== undefined));

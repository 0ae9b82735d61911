import type { ServiceEnablement } from '@calico-readiness/requirements';
import { serviceEnablements } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { BusAnswer, BusQuestion } from '../../host/bus/bus-connection';
import { variantValue } from '../../parsers/bus-value';

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

/** What systemd says of units, by the names that they run under; what it did not answer for is left out. */
export interface SystemdWords {
  readonly active: ReadonlyMap<string, boolean>;
  /** States of unit files; only those that a report has a word for. */
  readonly enablements: ReadonlyMap<string, ServiceEnablement>;
  /** Units whose file on disk systemd read and cannot start. */
  readonly broken: ReadonlySet<string>;
}

/**
 * Asks systemd over D-Bus about units by the names that they run under, all in one go. GetUnitFileState looks at the
 * disk when it is asked, as the next boot will; of an alias it follows the link, wherever the unit itself comes from,
 * so that it is asked of no alias. LoadState is what the last daemon-reload found, so that it counts only for a unit
 * whose NeedDaemonReload says that its file is still the same.
 */
export async function askSystemd({ systemBus }: Host, ids: readonly string[]): Promise<SystemdWords> {
  const units = [...new Set(ids)];
  const answers = await systemBus?.ask('org.freedesktop.systemd1', units.flatMap(questionsOf));
  const said = answers?.status === 'observed' ? answers.value : [];
  const states = units.map((unit, index) => {
    const [active, load, needsReload, file] = said.slice(4 * index, 4 * index + 4);
    return {
      unit,
      active: activeOf(variantOf(active)),
      enablement: enablementOf(file),
      isBroken: isBroken(variantOf(load), variantOf(needsReload)),
    };
  });
  return {
    active: known(states.map(({ unit, active }) => [unit, active])),
    enablements: known(states.map(({ unit, enablement }) => [unit, enablement])),
    broken: new Set(states.filter((state) => state.isBroken).map(({ unit }) => unit)),
  };
}

const questionsOf = (unit: string): BusQuestion[] => [
  ...['ActiveState', 'LoadState', 'NeedDaemonReload'].map((name) => property(unit, name)),
  unitFileState(unit),
];

const isBroken = (load: unknown, needsReload: unknown): boolean =>
  (load === 'bad-setting' || load === 'error') && needsReload === false;

const property = (unit: string, name: string): BusQuestion => ({
  path: unitObject(unit),
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  parameters: ['org.freedesktop.systemd1.Unit', name],
});

/** The object of a unit, loaded or not: each byte that is no letter or digit as `_` and two digits (org.freedesktop.systemd1(5)). */
const unitObject = (unit: string): string =>
  `/org/freedesktop/systemd1/unit/${[...Buffer.from(unit)].map((byte, index) => escaped(byte, index)).join('')}`;

function escaped(byte: number, index: number): string {
  const letter = String.fromCharCode(byte);
  const kept = index === 0 ? /[A-Za-z]/ : /[A-Za-z0-9]/;
  return kept.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0')}`;
}

const unitFileState = (name: string): BusQuestion => ({
  path: '/org/freedesktop/systemd1',
  interface: 'org.freedesktop.systemd1.Manager',
  member: 'GetUnitFileState',
  parameters: [name],
});

const variantOf = (answer: BusAnswer | undefined): unknown =>
  answer?.status === 'answered' ? variantValue(answer.values[0]) : undefined;

const activeOf = (state: unknown): boolean | undefined =>
  typeof state === 'string' && Object.hasOwn(activeByState, state) ? activeByState[state] : undefined;

/** A report has no word for some states, such as `linked` and `bad`. */
const enablementOf = (answer: BusAnswer | undefined): ServiceEnablement | undefined =>
  answer?.status === 'answered' ? serviceEnablements.find((word) => word === answer.values[0]) : undefined;

const known = <Value>(entries: readonly (readonly [string, Value | undefined])[]): ReadonlyMap<string, Value> =>
  new Map(entries.filter((entry): entry is readonly [string, Value] => entry[1] !== undefined));

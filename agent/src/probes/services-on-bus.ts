import type { Host } from '../host/host-files';
import type { BusQuestion } from '../host/system-bus';
import { variantValue } from '../parsers/bus-value';

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

/** Asks systemd over D-Bus whether units are active. What it does not answer for is left out. */
export async function askSystemd({ systemBus }: Host, units: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const asked = [...new Set(units)];
  const answers = await systemBus?.ask('org.freedesktop.systemd1', asked.map(activeStateOf));
  const active = new Map<string, boolean>();
  if (answers?.status !== 'observed') return active;
  for (const [index, unit] of asked.entries()) {
    const answer = answers.value[index];
    const state = answer?.status === 'answered' ? variantValue(answer.values[0]) : undefined;
    const isActive = typeof state === 'string' && Object.hasOwn(activeByState, state) ? activeByState[state] : undefined;
    if (isActive !== undefined) active.set(unit, isActive);
  }
  return active;
}

const activeStateOf = (unit: string): BusQuestion => ({
  path: unitObject(unit),
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  parameters: ['org.freedesktop.systemd1.Unit', 'ActiveState'],
});

/** The object of a unit, loaded or not: each byte that is no letter or digit as `_` and two digits (org.freedesktop.systemd1(5)). */
const unitObject = (unit: string): string =>
  `/org/freedesktop/systemd1/unit/${[...Buffer.from(unit)].map((byte, index) => escaped(byte, index)).join('')}`;

function escaped(byte: number, index: number): string {
  const letter = String.fromCharCode(byte);
  const kept = index === 0 ? /[A-Za-z]/ : /[A-Za-z0-9]/;
  return kept.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0')}`;
}

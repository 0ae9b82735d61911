import type { Fact, ServiceState } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import { perhapsPullers } from '../../programs/systemd/boot-targets';
import { templateOf } from '../../programs/systemd/drop-in-directories';
import type { UnitDirectory } from '../../programs/systemd/unit-files';
import { resolveUnit } from '../../programs/systemd/unit-files';
import { unitState } from '../../programs/systemd/unit-state';
import { atTime, readActivity } from './service-activity';
import { preferSystemd } from './states-by-systemd';
import { readUnitDirectories } from './unit-directories';
import { askSystemd } from './units-on-bus';

/** A unit's state, and the name that it runs under: an alias runs under another. */
interface StateOfUnit extends Omit<ServiceState, 'rulesEnabled'> {
  readonly id: string;
}

/** Services whose `.wants` directories pull in one of those that are asked for; a genuine host has a handful. */
const mostPullers = 256;

/**
 * The states of any services, a service that its timer starts as one that starts itself. One that another service
 * pulls in starts as that one does. Unavailable where a directory could not be read.
 */
export async function readUnitStates(
  host: Host,
  units: readonly string[],
): Promise<Fact<ReadonlyMap<string, StateOfUnit>>> {
  const timers = units.map(timerOf);
  const first = await readUnitDirectories(host, withTemplates([...units, ...timers]));
  if (first.status === 'unavailable') return first;
  const pullers = [...new Set([...units, ...timers].flatMap((unit) => perhapsPullers(first.value, unit)))];
  if (pullers.length > mostPullers)
    return unavailable('too-large', first.source, `more than ${String(mostPullers)} services pull in others`);
  const all = [...new Set([...units, ...timers, ...pullers])];
  const directories = pullers.length === 0 ? first : await readUnitDirectories(host, withTemplates(all));
  if (directories.status === 'unavailable') return directories;
  const idOf = (unit: string): string => resolveUnit(directories.value, unit).id;
  const said = await askSystemd(host, all.map(idOf));
  const isActive = await readActivity(host, said.active);
  const states = new Map<string, ServiceState>();
  for (const unit of all) {
    const id = idOf(unit);
    const byFiles = unitState(directories.value, unit, await isActive(id));
    states.set(unit, atTime(host, preferSystemd(byFiles, unit, id, said)));
  }
  return observed(
    new Map(
      units.map((unit) => [
        unit,
        { ...atTime(host, stateByStarters(directories.value, states, unit)), id: idOf(unit) },
      ]),
    ),
    directories.source,
  );
}

const timerOf = (unit: string): string => unit.replace(/\.service$/, '.timer');

const withTemplates = (units: readonly string[]): readonly string[] => [
  ...new Set(units.flatMap((unit) => [unit, templateOf(unit) ?? unit])),
];

/** What starts a unit beside the targets: the services that pull it in, and its timer, where the unit can start at all. */
function stateByStarters(
  directories: readonly UnitDirectory[],
  states: ReadonlyMap<string, ServiceState>,
  unit: string,
): ServiceState {
  const own = states.get(unit) ?? unitState(directories, unit, null);
  if (own.load !== 'loaded' || own.startsAtBoot === true) return own;
  const timer = states.get(timerOf(unit));
  const byTimer =
    timer === undefined ? false : timer.load === 'loaded' && (timer.active === true || timer.startsAtBoot);
  const byPullers = own.startsAtBoot === null ? startedBy(perhapsPullers(directories, unit), states) : false;
  if (byTimer === true || byPullers === true) return { ...own, startsAtBoot: true };
  return { ...own, startsAtBoot: byTimer === null || byPullers === null ? null : false };
}

/** Whether one of the services that pull a unit in runs or starts at boot; null where that is not known of one that may. */
function startedBy(pullers: readonly string[], states: ReadonlyMap<string, ServiceState>): boolean | null {
  const starts = pullers.map((puller) => {
    const state = states.get(puller);
    if (state === undefined || !puller.endsWith('.service')) return null;
    return state.active === true || state.startsAtBoot;
  });
  return starts.includes(true) ? true : starts.length === 0 || starts.includes(null) ? null : false;
}

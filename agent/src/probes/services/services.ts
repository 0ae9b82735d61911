import type { Fact, ServiceState, Services, WatchedUnit } from '@calico-readiness/requirements';
import { isShownOnlyWhereInstalled, observed, unavailable, watchedUnits } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { UnitDirectory } from '../../programs/systemd/unit-files';
import { resolveUnit } from '../../programs/systemd/unit-files';
import { unitState } from '../../programs/systemd/unit-state';
import { isHostRoot } from '../host-evidence';
import type { Probe } from '../probe';
import { atTime, readActivity } from './service-activity';
import { preferSystemd } from './states-by-systemd';
import { askSystemd } from './units-on-bus';
import { rulesSwitch } from './rules-switch';
import { sysvScriptStates } from './sysv-scripts';
import { readUnitDirectories } from './unit-directories';

const source = 'usr/lib/systemd/system';

/** The units of firewall managers, rare ones and Docker's where they are installed: whether they are installed, masked, enabled, active and started at boot. */
export const servicesProbe: Probe<'services'> = {
  name: 'services',
  facts: ['services'],
  gather: async (host) => ({ services: await gatherServices(host) }),
};

async function gatherServices(host: Host): Promise<Fact<Services>> {
  const isHost = await isHostRoot(host);
  const directories = await readUnitDirectories(host, watchedUnits);
  if (directories.status === 'unavailable') return directories;
  const generated = await sysvScriptStates(host.files, watchedUnits);
  if (generated.status === 'unavailable') return generated;
  const loaded = directories.value;
  const idOf = (unit: WatchedUnit): string => resolveUnit(loaded, unit).id;
  const said = await askSystemd(host, watchedUnits.map(idOf));
  const isActive = await readActivity(host, said.active);
  const states: [WatchedUnit, ServiceState][] = [];
  for (const unit of watchedUnits) {
    const byFiles = await stateOf(host, loaded, generated.value, unit, isActive);
    const state = atTime(host, preferSystemd(byFiles, unit, idOf(unit), said));
    if (isShownOnlyWhereInstalled(unit) && state.load === 'not-found' && state.active !== true) continue;
    // Below a root that is no installed system's, only what is there proves something; what is left out is unknown.
    if (isHost || state.load !== 'not-found' || state.active === true) states.push([unit, state]);
  }
  if (states.length === 0) return unavailable('not-found', source, 'the root is not that of an installed system');
  return observed(Object.fromEntries(states), source);
}

async function stateOf(
  host: Host,
  directories: readonly UnitDirectory[],
  generated: ReadonlyMap<string, boolean | null>,
  unit: WatchedUnit,
  isActive: (id: string) => Promise<boolean | null>,
): Promise<ServiceState> {
  const active = await isActive(resolveUnit(directories, unit).id);
  const state = unitState(directories, unit, active);
  const startsAtBoot = generated.get(unit);
  if (state.load === 'not-found' && startsAtBoot !== undefined) {
    // Without systemd another init may have run the script, so that only activity proves something.
    return {
      load: 'loaded',
      enablement: 'generated',
      active: active || null,
      startsAtBoot,
      ...(await rulesSwitch(host, unit, true)),
    };
  }
  return state.load === 'not-found'
    ? state
    : { ...state, ...(await rulesSwitch(host, unit, isInstalled(directories, unit))) };
}

/** A mask alone, laid down in advance, is no program. */
const isInstalled = (directories: readonly UnitDirectory[], unit: WatchedUnit): boolean =>
  directories.some(({ entries }) => entries.get(unit)?.kind === 'file');

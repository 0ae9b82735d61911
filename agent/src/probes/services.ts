import type { Fact, ServiceState, Services, WatchedUnit } from '@calico-readiness/requirements';
import { dockerUnit, observed, unavailable, watchedUnits } from '@calico-readiness/requirements';
import type { Host, HostFiles } from '../host/host-files';
import { parseUfwEnabled } from '../parsers/ufw-conf';
import type { UnitDirectory } from '../systemd/unit-files';
import { resolveUnit } from '../systemd/unit-files';
import { unitState } from '../systemd/unit-state';
import { isHostRoot } from './host-evidence';
import type { Probe } from './probe';
import { readActivity } from './services-activity';
import { sysvScriptStates } from './services-sysv-scripts';
import { readUnitDirectories } from './services-unit-directories';

const source = 'usr/lib/systemd/system';

/** The units of firewall managers, and Docker's where there is one: whether they are installed, masked, enabled, active and started at boot. */
export const servicesProbe: Probe<'services'> = {
  name: 'services',
  facts: ['services'],
  gather: async (host) => ({ services: await gatherServices(host) }),
};

async function gatherServices(host: Host): Promise<Fact<Services>> {
  const isHost = await isHostRoot(host);
  const directories = await readUnitDirectories(host.files, watchedUnits);
  if (directories.status === 'unavailable') return directories;
  const generated = await sysvScriptStates(host.files, watchedUnits);
  if (generated.status === 'unavailable') return generated;
  const loaded = directories.value;
  const isActive = await readActivity(host, watchedUnits.map((unit) => resolveUnit(loaded, unit).id));
  const states: [WatchedUnit, ServiceState][] = [];
  for (const unit of watchedUnits) {
    const state = await stateOf(host.files, directories.value, generated.value, unit, isActive);
    if (unit === dockerUnit && state.load === 'not-found' && state.active !== true) continue;
    // Below a root that is no installed system's, only what is there proves something; what is left out is unknown.
    if (isHost || state.load !== 'not-found' || state.active === true) states.push([unit, state]);
  }
  if (states.length === 0) return unavailable('not-found', source, 'the root is not that of an installed system');
  return observed(Object.fromEntries(states), source);
}

async function stateOf(
  files: HostFiles,
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
    return { load: 'loaded', enablement: 'generated', active: active || null, startsAtBoot, ...(await ufwRules(files, unit, true)) };
  }
  return state.load === 'not-found' ? state : { ...state, ...(await ufwRules(files, unit, isInstalled(directories, unit))) };
}

const isInstalled = (directories: readonly UnitDirectory[], unit: WatchedUnit): boolean =>
  directories.some(({ entries }) => entries.get(unit)?.kind === 'file');

/** Whether ufw has rules to load, which its unit does not tell. A mask alone, laid down in advance, is no program that would read the file. */
async function ufwRules(files: HostFiles, unit: WatchedUnit, installed: boolean): Promise<Pick<ServiceState, 'rulesEnabled'>> {
  if (unit !== 'ufw.service') return {};
  const text = await files.readText('etc/ufw/ufw.conf');
  if (text.status === 'observed') return { rulesEnabled: parseUfwEnabled(text.value) };
  return installed ? { rulesEnabled: null } : {};
}

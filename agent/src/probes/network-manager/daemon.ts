import type { NetworkManagerDaemon } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { resolveUnit } from '../../programs/systemd/unit-files';
import { unitState } from '../../programs/systemd/unit-state';
import { readActivity, unitLinks } from '../services/service-activity';
import { askSystemd } from '../services/units-on-bus';
import { readUnitDirectories } from '../services/unit-directories';

const unit = 'NetworkManager.service';
const programs = ['usr/sbin/NetworkManager', 'usr/bin/NetworkManager'] as const;

/** What is known of the daemon before its configuration is looked at. */
export interface DaemonEvidence {
  readonly state: Exclude<NetworkManagerDaemon, 'refuses-configuration'>;
  /** Whether its unit is masked; a masked daemon can still run until it is stopped. */
  readonly masked: boolean;
}

/**
 * Whether the daemon is installed, by its program and its unit file, and whether it runs, by what systemd
 * leaves below /run. `absent` takes a root that is evidently a host's; without that evidence it is `unknown`.
 */
export async function observeDaemon(host: Host, isHost: boolean): Promise<DaemonEvidence> {
  if (host.when === 'next boot') return daemonAtBoot(host, isHost);
  const [isActive, load, installed, links] = await Promise.all([
    askSystemd(host, [unit]).then(({ active }) => readActivity(host, active)),
    unitLoad(host),
    programInstalled(host.files),
    host.files.list(unitLinks),
  ]);
  const masked = load === 'masked';
  const active = await isActive(unit);
  if (active === true) return { state: 'running', masked };
  if (installed === false && load !== 'loaded' && load !== 'unknown' && isHost) return { state: 'absent', masked };
  // Where systemd does not run, another init may have started it; and a unit that was not seen may be masked.
  if (
    active === false &&
    links.status === 'observed' &&
    load !== 'unknown' &&
    (installed === true || load === 'loaded')
  )
    return { state: 'stopped', masked };
  return { state: 'unknown', masked };
}

/** By its unit alone: what a boot starts runs then. */
async function daemonAtBoot(host: Host, isHost: boolean): Promise<DaemonEvidence> {
  const [directories, installed] = await Promise.all([readUnitDirectories(host, [unit]), programInstalled(host.files)]);
  if (directories.status === 'unavailable') return { state: 'unknown', masked: false };
  const { load } = resolveUnit(directories.value, unit);
  const masked = load === 'masked';
  if (installed === false && load !== 'loaded' && isHost) return { state: 'absent', masked };
  const { startsAtBoot } = unitState(directories.value, unit, null);
  if (startsAtBoot === true) return { state: 'running', masked };
  // Without its unit another init may start it, or the tree is a part of a host only.
  return { state: startsAtBoot === false && load !== 'not-found' ? 'stopped' : 'unknown', masked };
}

async function unitLoad(host: Host): Promise<'loaded' | 'masked' | 'not-found' | 'unknown'> {
  const directories = await readUnitDirectories(host, [unit]);
  return directories.status === 'observed' ? resolveUnit(directories.value, unit).load : 'unknown';
}

async function programInstalled(files: HostFiles): Promise<boolean | null> {
  const kinds = await Promise.all(programs.map((path) => files.kind(path)));
  if (kinds.some((kind) => kind.status === 'observed' && kind.value === 'file')) return true;
  return kinds.some((kind) => kind.status === 'unavailable') ? null : false;
}

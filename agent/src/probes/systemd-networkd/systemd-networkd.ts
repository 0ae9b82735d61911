import type { Fact, SystemdNetworkd } from '@calico-readiness/requirements';
import { networkdMatters, observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { remember } from '../../host/memory/remember';
import { kernelCommandLineWords } from '../../parsers/proc/kernel-command-line';
import { managedLinks } from '../../programs/systemd-networkd/managed-links';
import { resolveUnit } from '../../programs/systemd/unit-files';
import { unitState } from '../../programs/systemd/unit-state';
import { isHostRoot } from '../host-evidence';
import { readKernelCommandLine } from '../kernel-command-line';
import type { Probe } from '../probe';
import { readActivity, unitLinks } from '../services/service-activity';
import { askSystemd } from '../services/units-on-bus';
import { readUnitDirectories } from '../services/unit-directories';
import { readNetworkFiles } from './network-files';

const unit = 'systemd-networkd.service';
const source = 'etc/systemd/network';

/** systemd-networkd's presence, and which of Calico's interfaces its files hand to it. */
export const systemdNetworkdProbe: Probe<'systemdNetworkd'> = {
  name: 'systemd-networkd',
  facts: ['systemdNetworkd'],
  gather: async (host) => ({ systemdNetworkd: await gatherSystemdNetworkd(host) }),
};

async function gatherSystemdNetworkd(host: Host): Promise<Fact<SystemdNetworkd>> {
  const daemon = await observeNetworkd(host);
  if (daemon === undefined) return unavailable('not-found', source, 'the root is not that of an installed system');
  if (!networkdMatters(daemon)) return observed(daemon, source);
  const kernelCommandLine = await readCommandLine(host.files);
  const links = await remember(
    host,
    'links that systemd-networkd manages',
    async ({ files }) => managedLinks(await readNetworkFiles(files), { kernelCommandLine }),
    [kernelCommandLine?.join(' ')],
  );
  return observed({ ...daemon, ...links }, source);
}

/**
 * Whether the daemon runs, by what systemd leaves below /run, and else whether a boot starts it, by its unit. Undefined
 * when nothing speaks of it below a root that need not be a host's. Its program is no evidence: Debian installs it everywhere.
 */
async function observeNetworkd(host: Host): Promise<SystemdNetworkd | undefined> {
  const [isHost, isActive, directories, links] = await Promise.all([
    isHostRoot(host),
    askSystemd(host, [unit]).then(({ active: said }) => readActivity(host, said)),
    readUnitDirectories(host, [unit]),
    host.files.list(unitLinks),
  ]);
  const active = await isActive(unit);
  if (active === true) return { daemon: 'running' };
  const stopped = active === false && links.status === 'observed' ? 'stopped' : 'unknown';
  if (directories.status === 'unavailable') return { daemon: stopped, startsAtBoot: null };
  const { load } = resolveUnit(directories.value, unit);
  if (load === 'not-found') return isHost ? { daemon: 'absent' } : undefined;
  if (host.when === 'next boot') {
    const { startsAtBoot } = unitState(directories.value, unit, null);
    return startsAtBoot === true
      ? { daemon: 'running' }
      : { daemon: startsAtBoot === false ? 'stopped' : 'unknown', startsAtBoot };
  }
  return { daemon: stopped, startsAtBoot: unitState(directories.value, unit, active).startsAtBoot };
}

async function readCommandLine(files: HostFiles): Promise<readonly string[] | undefined> {
  const text = await readKernelCommandLine(files);
  return text.status === 'observed' ? kernelCommandLineWords(text.value) : undefined;
}

import type { Fact, NetworkManager } from '@calico-readiness/requirements';
import { calicoInterfaces, observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import { ifupdownTakes, noIfupdownInterfaces } from '../../programs/network-manager/ifupdown-interfaces';
import { managedInterfaces } from '../../programs/network-manager/managed-interfaces';
import { isHostRoot } from '../host-evidence';
import { configurationsOf, filesTakingPart } from './configurations';
import { observeDaemon } from './daemon';
import type { ConfigurationFiles } from './configuration-files';
import { internalFile } from './configuration-file';
import { readConfigurationFiles } from './configuration-files';
import { readIfupdownInterfaces } from './ifupdown-files';
import { askNetworkManager, liveAnswers, readDeviceStates } from './live-answers';
import { readNetworkManagerUdevRules } from './udev-rules';
import type { Probe } from '../probe';

const source = 'etc/NetworkManager';

/** NetworkManager's presence, and what its merged configuration makes of Calico's interfaces. */
export const networkManagerProbe: Probe<'networkManager'> = {
  name: 'network-manager',
  facts: ['networkManager'],
  gather: async (host) => ({ networkManager: await gatherNetworkManager(host) }),
};

async function gatherNetworkManager(host: Host): Promise<Fact<NetworkManager>> {
  const isHost = await isHostRoot(host);
  const seen = await observeDaemon(host, isHost);
  if (seen.state === 'absent') return observed({ daemon: 'absent', configurationFiles: [], manages: {} }, source);
  const answer = await askNetworkManager(host);
  const daemon = answer.onBus ? { ...seen, state: 'running' as const } : seen;
  const configuration = await readConfigurationFiles(host.files);
  if (daemon.state === 'unknown' && !isHost && configuration.files.length === 0) {
    return unavailable('not-found', source, 'the root is not that of an installed system');
  }
  const takingPart = filesTakingPart(configuration.files);
  const configurationFiles = takingPart.map(({ path }) => path);
  if (daemon.masked && daemon.state === 'stopped') {
    return observed({ daemon: 'stopped', configurationFiles, manages: managedByNobody }, source);
  }
  const refused = configuration.files.find(({ status }) => status === 'refused');
  if (refused !== undefined) {
    // A running daemon may have read other files than these, so nothing follows for the interfaces.
    const manages = managedInterfaces(undefined, undefined, noIfupdownInterfaces);
    return observed(
      { daemon: 'refuses-configuration', configurationFiles, manages, refusedFile: refused.path },
      refused.path,
    );
  }
  const udevRules = await readNetworkManagerUdevRules(host.files);
  const configurations = configurationsOf(configuration);
  const ifupdown = configurations?.some((one) => ifupdownTakes(one, null) !== false)
    ? await readIfupdownInterfaces(host.files)
    : noIfupdownInterfaces;
  const live = daemon.state === 'running' ? await observeDevices(host, answer.managed) : {};
  return observed(
    {
      daemon: daemon.state,
      configurationFiles: [...configurationFiles, ...internalFiles(configuration)],
      manages: managedInterfaces(configurations, udevRules, ifupdown),
      ...(Object.keys(live).length > 0 && { live }),
    },
    source,
  );
}

/** The files that a daemon leaves behind speak only for one that runs, and only of devices that the bus said nothing of. */
async function observeDevices({ files }: Host, onBus: ReadonlyMap<string, boolean>) {
  return liveAnswers(files, new Map([...(await readDeviceStates(files)), ...onBus]));
}

/** Nothing can start a masked daemon that does not run (systemctl(1), mask), whatever its configuration says. */
const managedByNobody = Object.fromEntries(calicoInterfaces.map((name) => [name, false]));

const internalFiles = ({ internal }: ConfigurationFiles): readonly string[] =>
  internal === null || internal.length === 0 ? [] : [internalFile];

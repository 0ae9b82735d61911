import type { CalicoInterface, Fact, NetworkManager, NetworkManagerDaemon } from '@calico-readiness/requirements';
import { calicoInterfaces, observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { remember } from '../../host/memory/remember';
import { ifupdownTakes, noIfupdownInterfaces } from '../../programs/network-manager/ifupdown-interfaces';
import { managedInterfaces } from '../../programs/network-manager/managed-interfaces';
import { unmanagedLists } from '../../programs/network-manager/unmanaged-lists';
import { isHostRoot } from '../host-evidence';
import { configurationsOf, filesTakingPart } from './configurations';
import { observeDaemon } from './daemon';
import type { ConfigurationFiles } from './configuration-files';
import { internalFile } from './configuration-file';
import { readConfigurationFiles } from './configuration-files';
import { readIfupdownInterfaces } from './ifupdown-files';
import type { LiveDevices } from './live-answers';
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
  const configuration = await remember(host, 'NetworkManager configuration', ({ files, when }) =>
    readConfigurationFiles(files, when),
  );
  if (daemon.state === 'unknown' && !isHost && configuration.files.length === 0) {
    return unavailable('not-found', source, 'the root is not that of an installed system');
  }
  const takingPart = filesTakingPart(configuration.files);
  const configurationFiles = takingPart.map(({ path }) => path);
  if (daemon.masked && daemon.state === 'stopped') {
    return observed({ daemon: 'stopped', configurationFiles, manages: managedByNobody }, source);
  }
  const refused = configuration.files.find(({ status, perhaps }) => status === 'refused' && perhaps !== true);
  if (refused !== undefined) {
    // A running daemon may have read other files than these, so nothing follows for the interfaces.
    const manages = managedInterfaces(undefined, undefined, noIfupdownInterfaces);
    return observed(
      { daemon: 'refuses-configuration', configurationFiles, manages, refusedFile: refused.path },
      refused.path,
    );
  }
  const manages = await remember(
    host,
    'interfaces that NetworkManager manages',
    ({ files }) => managedByFiles(files, configuration),
    [configuration],
  );
  const lists = unmanagedLists(takingPart);
  const { live, undecided } = await observeDevices(host, daemon.state, answer);
  return observed(
    {
      daemon: daemon.state,
      configurationFiles: [...configurationFiles, ...internalFiles(configuration)],
      manages: { ...manages, ...undecided },
      ...(lists.length > 0 && { unmanagedLists: lists }),
      ...(Object.keys(live).length > 0 && { live }),
    },
    source,
  );
}

async function managedByFiles(files: HostFiles, configuration: ConfigurationFiles): Promise<NetworkManager['manages']> {
  const udevRules = await readNetworkManagerUdevRules(files);
  const configurations = configurationsOf(configuration);
  const ifupdown = configurations?.some((one) => ifupdownTakes(one, null) !== false)
    ? await readIfupdownInterfaces(files)
    : noIfupdownInterfaces;
  return managedInterfaces(configurations, udevRules, ifupdown);
}

interface Devices {
  readonly live: NonNullable<NetworkManager['live']>;
  /** Interfaces for which the configuration alone decides nothing, since the daemon may do otherwise currently. */
  readonly undecided: Readonly<Partial<Record<CalicoInterface, null>>>;
}

/**
 * The files that a daemon leaves behind speak only for one that runs, and only of devices that the bus said nothing of.
 * Of one that may run they raise a doubt where they say that it manages an interface.
 */
async function observeDevices(
  { files, when }: Host,
  daemon: NetworkManagerDaemon,
  onBus: LiveDevices,
): Promise<Devices> {
  if (daemon === 'stopped' || when === 'next boot') return { live: {}, undecided: {} };
  const { managed, hidden } = await readDeviceStates(files);
  const live = await liveAnswers(files, new Map([...managed, ...onBus.managed]));
  const undecided = onBus.answered ? [] : [...hidden];
  if (daemon === 'running') return { live, undecided: noAnswerFor(undecided) };
  const perhaps = calicoInterfaces.filter((name) => live[name] === true);
  return { live: {}, undecided: noAnswerFor([...undecided, ...perhaps]) };
}

const noAnswerFor = (names: readonly CalicoInterface[]): Devices['undecided'] =>
  Object.fromEntries(names.map((name) => [name, null]));

/** Nothing can start a masked daemon that does not run (systemctl(1), mask), whatever its configuration says. */
const managedByNobody = Object.fromEntries(calicoInterfaces.map((name) => [name, false]));

const internalFiles = ({ internal }: ConfigurationFiles): readonly string[] =>
  internal === null || internal.length === 0 ? [] : [internalFile];

import type { Fact, NetworkManager } from '@calico-readiness/requirements';
import { calicoInterfaces, observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../host/host-files';
import { managedInterfaces } from '../network-manager/managed-interfaces';
import { possibleConfigurations } from '../network-manager/possible-configurations';
import { snippetTakesPart } from '../network-manager/snippet-condition';
import { isHostRoot } from './host-evidence';
import { observeDaemon } from './network-manager-daemon';
import type { ConfigurationFile, ConfigurationFiles } from './network-manager-files';
import { internalFile, readConfigurationFiles } from './network-manager-files';
import { readNetworkManagerUdevRules } from './network-manager-udev-rules';
import type { Probe } from './probe';

const source = 'etc/NetworkManager';

/** NetworkManager's presence, and what its merged configuration makes of Calico's interfaces. */
export const networkManagerProbe: Probe<'networkManager'> = {
  name: 'network-manager',
  facts: ['networkManager'],
  gather: async (host) => ({ networkManager: await gatherNetworkManager(host) }),
};

async function gatherNetworkManager(host: Host): Promise<Fact<NetworkManager>> {
  const isHost = await isHostRoot(host.files);
  const daemon = await observeDaemon(host, isHost);
  if (daemon.state === 'absent') return observed({ daemon: 'absent', configurationFiles: [], manages: {} }, source);
  const configuration = await readConfigurationFiles(host.files);
  if (daemon.state === 'unknown' && !isHost && configuration.files.length === 0) {
    return unavailable('not-found', source, 'the root is not that of an installed system');
  }
  const takingPart = withConditions(configuration.files);
  const configurationFiles = takingPart.map(({ path }) => path);
  if (daemon.masked && daemon.state === 'stopped') {
    return observed({ daemon: 'stopped', configurationFiles, manages: managedByNobody }, source);
  }
  const refused = configuration.files.find(({ status }) => status === 'refused');
  if (refused !== undefined) {
    // A running daemon may have read other files than these, so nothing follows for the interfaces.
    const manages = managedInterfaces(undefined, undefined);
    return observed({ daemon: 'refuses-configuration', configurationFiles, manages, refusedFile: refused.path }, refused.path);
  }
  const udevRules = await readNetworkManagerUdevRules(host.files);
  return observed(
    {
      daemon: daemon.state,
      configurationFiles: [...configurationFiles, ...internalFiles(configuration)],
      manages: managedInterfaces(configurationsOf(configuration), udevRules),
    },
    source,
  );
}

/** Nothing can start a masked daemon that does not run (systemctl(1), mask), whatever its configuration says. */
const managedByNobody = Object.fromEntries(calicoInterfaces.map((name) => [name, false]));

/** The files that were read and are not disabled by their own condition. */
function withConditions(files: readonly ConfigurationFile[]) {
  return files
    .filter((file) => file.status === 'read')
    .map(({ path, groups, snippet }) => ({ path, groups, takesPart: snippet ? snippetTakesPart(groups) : true }))
    .filter(({ takesPart }) => takesPart !== false);
}

/** Undefined when the daemon reads something that could not be read here. */
function configurationsOf({ files, internal, complete }: ConfigurationFiles) {
  if (!complete || internal === null || files.some(({ status }) => status === 'unreadable')) return undefined;
  return possibleConfigurations(withConditions(files), internal);
}

const internalFiles = ({ internal }: ConfigurationFiles): readonly string[] =>
  internal === null || internal.length === 0 ? [] : [internalFile];

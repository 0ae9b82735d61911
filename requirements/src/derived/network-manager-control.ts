import type { CalicoInterface, NetworkManager } from '../model/network-manager';

/**
 * Whether NetworkManager keeps its hands off some of Calico's interfaces.
 *
 * - `not-installed`: there is no NetworkManager
 * - `ignored`: its configuration leaves every one of them alone, whether it runs or not
 * - `managed`: it runs and manages at least one of them
 * - `managed-when-started`: it is stopped, and would manage at least one of them
 * - `refuses-configuration`: a file makes it exit at its next start
 * - `undetermined`: whether it runs, or what it makes of an interface, could not be decided
 */
export type NetworkManagerControl =
  | 'not-installed'
  | 'ignored'
  | 'managed'
  | 'managed-when-started'
  | 'refuses-configuration'
  | 'undetermined';

/** Judges NetworkManager's configuration for these interfaces. */
export function networkManagerControl(
  networkManager: NetworkManager,
  interfaces: readonly CalicoInterface[],
): NetworkManagerControl {
  const { daemon } = networkManager;
  if (daemon === 'absent') return 'not-installed';
  if (daemon === 'refuses-configuration') return 'refuses-configuration';
  const answers = interfaces.map((name) => networkManager.manages[name] ?? null);
  if (answers.includes(true)) {
    if (daemon === 'running') return 'managed';
    return daemon === 'stopped' ? 'managed-when-started' : 'undetermined';
  }
  return answers.includes(null) ? 'undetermined' : 'ignored';
}

/** What NetworkManager makes of these interfaces: `tunl0: managed`. Its state stands in front unless it runs. */
export function describeNetworkManager(networkManager: NetworkManager, interfaces: readonly CalicoInterface[]): string {
  const { daemon, manages, refusedFile } = networkManager;
  if (daemon === 'absent') return 'NetworkManager: not installed';
  if (daemon === 'refuses-configuration') return `refused: ${refusedFile ?? 'its configuration'}`;
  const answers = interfaces.map((name) => `${name}: ${inWords(manages[name] ?? null)}`);
  return [...(daemon === 'running' ? [] : [`NetworkManager: ${daemon}`]), ...answers].join(', ');
}

const inWords = (managed: boolean | null): string => (managed === null ? 'undecided' : managed ? 'managed' : 'unmanaged');

import type { CalicoInterface, NetworkManager } from '../model/network-manager';

/**
 * Whether NetworkManager keeps its hands off some of Calico's interfaces.
 *
 * - `not-installed`: there is no NetworkManager
 * - `ignored`: its configuration leaves every one of them alone, whether it runs or not
 * - `managed`: it runs and manages at least one of them
 * - `reload-needed`: it runs and manages at least one of them, which its configuration on disk leaves alone
 * - `managed-later`: it runs and leaves them alone now, and its configuration on disk would have it manage one
 * - `managed-when-started`: it is stopped, and would manage at least one of them
 * - `refuses-configuration`: a file makes it exit at its next start
 * - `undetermined`: whether it runs, or what it makes of an interface, could not be decided
 */
export type NetworkManagerControl =
  | 'not-installed'
  | 'ignored'
  | 'managed'
  | 'reload-needed'
  | 'managed-later'
  | 'managed-when-started'
  | 'refuses-configuration'
  | 'undetermined';

/** Judges NetworkManager's configuration for these interfaces, and what the daemon makes of those that exist. */
export function networkManagerControl(
  networkManager: NetworkManager,
  interfaces: readonly CalicoInterface[],
): NetworkManagerControl {
  const { daemon } = networkManager;
  if (daemon === 'absent') return 'not-installed';
  if (daemon === 'refuses-configuration') return 'refuses-configuration';
  const controls = interfaces.map((name) => interfaceControl(networkManager, name));
  return worstFirst.find((control) => controls.includes(control)) ?? 'undetermined';
}

/**
 * What could not be decided of one interface may be that the daemon manages it, which is worse than that it will manage
 * another one later. A daemon that is stopped manages none, whatever could not be decided.
 */
const worstFirst = [
  'managed',
  'reload-needed',
  'managed-when-started',
  'undetermined',
  'managed-later',
  'ignored',
] as const;

function interfaceControl(networkManager: NetworkManager, name: CalicoInterface): (typeof worstFirst)[number] {
  const { daemon, manages } = networkManager;
  const configured = manages[name] ?? null;
  const live = liveAnswer(networkManager, name);
  if (live === true) return configured === false ? 'reload-needed' : 'managed';
  if (live === false) return configured === true ? 'managed-later' : 'ignored';
  if (configured !== true) return configured === null ? 'undetermined' : 'ignored';
  if (daemon === 'running') return 'managed';
  return daemon === 'stopped' ? 'managed-when-started' : 'undetermined';
}

/** What is left of a daemon that does not run says nothing. */
const liveAnswer = ({ daemon, live }: NetworkManager, name: CalicoInterface): boolean | undefined =>
  daemon === 'running' ? live?.[name] : undefined;

/**
 * What NetworkManager makes of these interfaces: `tunl0: managed`. Its state stands in front unless it runs; where
 * the daemon and its configuration disagree, both are named.
 */
export function describeNetworkManager(networkManager: NetworkManager, interfaces: readonly CalicoInterface[]): string {
  const { daemon, manages, refusedFile } = networkManager;
  if (daemon === 'absent') return 'NetworkManager: not installed';
  if (daemon === 'refuses-configuration') return `refused: ${refusedFile ?? 'its configuration'}`;
  const answers = interfaces.map(
    (name) => `${name}: ${inWords(manages[name] ?? null, liveAnswer(networkManager, name))}`,
  );
  return [...(daemon === 'running' ? [] : [`NetworkManager: ${daemon}`]), ...answers].join(', ');
}

function inWords(configured: boolean | null, live: boolean | undefined): string {
  if (live === undefined || live === configured) return configured === null ? 'unknown' : managedOrNot(configured);
  return configured === null
    ? managedOrNot(live)
    : `${managedOrNot(live)} (configuration: ${managedOrNot(configured)})`;
}

const managedOrNot = (managed: boolean): string => (managed ? 'managed' : 'unmanaged');

/**
 * What the NetworkManager daemon is doing. `refuses-configuration` means that a file in its configuration
 * directories makes it exit at its next start.
 */
export const networkManagerDaemonStates = ['running', 'stopped', 'absent', 'refuses-configuration', 'unknown'] as const;

export type NetworkManagerDaemon = (typeof networkManagerDaemonStates)[number];

/** The interfaces that Calico creates, as NetworkManager's answer about them is keyed. `cali*` stands for every pod interface. */
export const calicoInterfaces = [
  'cali*',
  'tunl0',
  'vxlan.calico',
  'vxlan-v6.calico',
  'wireguard.cali',
  'wg-v6.cali',
] as const;

export type CalicoInterface = (typeof calicoInterfaces)[number];

/** What a configuration file may do to the list of devices that NetworkManager leaves alone. */
export const unmanagedListChanges = ['sets', 'adds', 'removes'] as const;

/** What one configuration file does to `unmanaged-devices` in `[keyfile]` (NetworkManager.conf(5)). */
export interface UnmanagedList {
  /** Host path without leading slash. */
  readonly file: string;
  /** Whether it replaces the lists of the files before it, adds to them, or removes from them. */
  readonly change: (typeof unmanagedListChanges)[number];
  /** The list as it stands in the file. */
  readonly list: string;
  /** Whether the file holds further settings. Left out where it holds nothing else. */
  readonly holdsMore?: boolean;
}

/** NetworkManager's presence and what its merged configuration makes of Calico's interfaces. */
export interface NetworkManager {
  /** What the daemon is doing; `refuses-configuration` is a file that makes it exit at its next start. */
  readonly daemon: NetworkManagerDaemon;
  /** Host paths without leading slash of the files that take part, in merge order (later wins). */
  readonly configurationFiles: readonly string[];
  /**
   * Whether NetworkManager manages the interface once it exists; null where that could not be decided.
   * @each Whether NetworkManager manages {name} once it exists; null where that could not be decided.
   */
  readonly manages: Readonly<Partial<Record<CalicoInterface, boolean | null>>>;
  /**
   * Whether the running daemon manages the interface now, which another configuration than that on disk may have
   * decided. Only for interfaces that exist and that it was seen to speak of; false only for one that is up.
   * @each Whether the running daemon manages {name} now.
   */
  readonly live?: Readonly<Partial<Record<CalicoInterface, boolean>>>;
  /** What the files do to the list of devices that NetworkManager leaves alone, in merge order. Left out where none does. */
  readonly unmanagedLists?: readonly UnmanagedList[];
  /** The path of the file that the daemon refuses, when `daemon` is `refuses-configuration`. */
  readonly refusedFile?: string;
}

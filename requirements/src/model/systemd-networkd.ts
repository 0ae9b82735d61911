import type { CalicoInterface } from './network-manager';

/** What the systemd-networkd daemon is doing. */
export const systemdNetworkdDaemonStates = ['running', 'stopped', 'absent', 'unknown'] as const;

export type SystemdNetworkdDaemon = (typeof systemdNetworkdDaemonStates)[number];

/**
 * systemd-networkd's presence, and which of Calico's interfaces its `.network` files hand to it (systemd.network(5)).
 * Nothing is said of the files where the daemon neither runs nor can come up with the next boot.
 */
export interface SystemdNetworkd {
  /** What the daemon is doing. */
  readonly daemon: SystemdNetworkdDaemon;
  /** Whether a boot starts it, for one that was not seen to run; null where that could not be decided. */
  readonly startsAtBoot?: boolean | null;
  /**
   * Whether it configures the interface once that exists; null where that could not be decided.
   * @each Whether it configures {name} once that exists; null where that could not be decided.
   */
  readonly manages?: Readonly<Partial<Record<CalicoInterface, boolean | null>>>;
  /**
   * Host path without leading slash of the file that hands a managed interface to it.
   * @each Host path without leading slash of the file that hands {name} to it.
   */
  readonly files?: Readonly<Partial<Record<CalicoInterface, string>>>;
}

/** Whether the daemon is or may come up on the host at all; a report says nothing of one that does neither. */
export const networkdMatters = ({ daemon, startsAtBoot }: SystemdNetworkd): boolean =>
  daemon !== 'absent' && (daemon !== 'stopped' || startsAtBoot !== false);

/** How systemd would load a unit: from its file, not at all because it is masked, or not at all because there is none. */
export type ServiceLoad = 'loaded' | 'masked' | 'not-found';

/** The unit file state, in systemctl's words (systemctl(1), is-enabled). */
export const serviceEnablements = [
  'enabled',
  'enabled-runtime',
  'disabled',
  'masked',
  'masked-runtime',
  'static',
  'indirect',
  'alias',
  'generated',
  'not-found',
] as const;

export type ServiceEnablement = (typeof serviceEnablements)[number];

/**
 * One systemd unit as its files and run-time traces show it, and systemd itself where it answers. `null` means that
 * it could not be seen. A masked unit can be active, and a disabled one can be pulled in at boot: read all four.
 */
export interface ServiceState {
  readonly load: ServiceLoad;
  /** The unit file's state, in systemctl's words (systemctl(1), is-enabled). */
  readonly enablement: ServiceEnablement;
  /** Whether it is active now. */
  readonly active: boolean | null;
  /** Whether the next boot starts it; what stands in /run until then does not count. */
  readonly startsAtBoot: boolean | null;
  /**
   * Only for managers that can be active without a rule, and hold rules without their unit: `ENABLED=` of
   * /etc/ufw/ufw.conf for ufw.service, which on a stock Ubuntu is active and off (ufw(8)); whether there is no
   * /etc/csf/csf.disable for csf.service and lfd.service; false for a ferm.service that Debian's /etc/default/ferm
   * switches off. Null when the file could not be read.
   */
  readonly rulesEnabled?: boolean | null;
}

/** State by unit name: for every unit in `watchedUnits`, of which a rare one is left out where it is not installed. */
export type Services = Readonly<Record<string, ServiceState>>;

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
 * One systemd unit as its files and run-time traces show it. `null` means that it could not be seen.
 * A masked unit can be active, and a disabled one can be pulled in at boot: read all four.
 */
export interface ServiceState {
  readonly load: ServiceLoad;
  readonly enablement: ServiceEnablement;
  readonly active: boolean | null;
  readonly startsAtBoot: boolean | null;
  /**
   * Only for ufw.service, which on a stock Ubuntu is active without a rule: `ENABLED=` of /etc/ufw/ufw.conf
   * (ufw(8)); null when the file could not be read.
   */
  readonly rulesEnabled?: boolean | null;
}

/** State by unit name, for every unit in `firewallUnits` of the catalogue, and for docker.service where it is installed. */
export type Services = Readonly<Record<string, ServiceState>>;

/**
 * Where systemd looks for system units, highest priority first (systemd.unit(5), "UNIT FILE LOAD PATH").
 * `lib/systemd/system` is the vendor's directory of hosts on which /lib is not a link to /usr/lib.
 */
export const unitSearchPath = [
  'etc/systemd/system.control',
  'run/systemd/system.control',
  'run/systemd/transient',
  'run/systemd/generator.early',
  'etc/systemd/system',
  'etc/systemd/system.attached',
  'run/systemd/system',
  'run/systemd/system.attached',
  'run/systemd/generator',
  'usr/local/lib/systemd/system',
  'usr/lib/systemd/system',
  'lib/systemd/system',
  'run/systemd/generator.late',
] as const;

/** Directories of generated units, which `systemctl is-enabled` calls `generated`. */
export const isGeneratorDirectory = (path: string): boolean => path.startsWith('run/systemd/generator');

/** Directories in which a link means `enabled`; links of `systemctl set-property` in system.control don't count. */
export const isAdministratorDirectory = (path: string): boolean =>
  path === 'etc/systemd/system' || path === 'etc/systemd/system.attached';

/** Directories below /run, whose links and masks `systemctl is-enabled` calls `-runtime`. */
export const isRuntimeDirectory = (path: string): boolean => path.startsWith('run/');

/**
 * Directories of which nothing is left when the next boot looks for units. Generators write theirs anew at every
 * boot, so what stands there is taken for what will.
 */
export const isGoneAtNextBoot = (path: string): boolean => isRuntimeDirectory(path) && !isGeneratorDirectory(path);

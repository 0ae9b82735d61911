import type { OpenFile } from '../file-system';

/** A file that is laid over a host: its bytes, or how to open it on this machine. */
export type LaidContent =
  { readonly bytes: Uint8Array } | { readonly open: () => OpenFile; /** Bytes. */ readonly size: number };

/**
 * One step of a change to a host, in the order in which they are done. Paths are those of the host, without leading slash.
 *
 * - `file`: takes the place of whatever file or link has its path
 * - `append`: is written behind what the file holds, which the host may not have yet
 * - `link`: a symbolic link
 * - `directory`: is merged into one that is there
 * - `unmask`: takes away a link to /dev/null, or an empty file, that masks the unit
 * - `enable`, `disable`: what systemctl(1) would do with the links of the unit
 */
export type LaidChange =
  | { readonly kind: 'file'; readonly path: string; readonly content: LaidContent; readonly executable: boolean }
  | { readonly kind: 'append'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'unmask' | 'enable' | 'disable'; readonly unit: string };

/** A step that could not be done on this host, and why, for a person. */
export interface RefusedChange {
  /** A path of the host, or a unit. */
  readonly what: string;
  readonly why: string;
}

/** Where an administrator's units, masks and links are (systemd.unit(5), "UNIT FILE LOAD PATH"). */
export const administratorUnits = 'etc/systemd/system';

/** The step that masks a unit (systemctl(1), mask). */
export const maskOf = (unit: string): LaidChange => ({
  kind: 'link',
  path: `${administratorUnits}/${unit}`,
  target: '/dev/null',
});

/** A file as it has to be on the host. */
export interface HostFile {
  /** Absolute path. */
  readonly path: string;
  /** The whole file, ASCII, ending with a newline unless it is empty. */
  readonly content: string;
}

/** What a guide wants on a host, whatever brings it there. */
export interface HostChange {
  readonly files: readonly HostFile[];
  /** systemd units that must not run and not start, by their full name. */
  readonly maskedUnits: readonly string[];
}

/** The change of a guide that no file and no unit helps. */
export const noHostChange: HostChange = { files: [], maskedUnits: [] };

/** Whether there is nothing to bring to a host. */
export const isEmptyChange = (change: HostChange): boolean =>
  change.files.length === 0 && change.maskedUnits.length === 0;

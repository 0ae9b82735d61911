import { unescapedMountField } from './mount-field';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';

/** A mount in a process's mount namespace. */
export interface Mount {
  /** Relative to the process's root, with its leading slash. */
  readonly mountPoint: string;
  readonly fileSystem: string;
}

/** `/proc/PID/mountinfo` (proc_pid_mountinfo(5)), in mount order: a later mount on the same point hides an earlier one. */
export function parseProcMountinfo(text: string): Parsed<readonly Mount[]> {
  const mounts: Mount[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const fields = line.split(' ');
    const separator = fields.indexOf('-', 6);
    const mountPoint = fields[4];
    const fileSystem = fields[separator + 1];
    if (
      separator === -1 ||
      mountPoint?.startsWith('/') !== true ||
      fileSystem === undefined ||
      fields.length < separator + 4
    ) {
      return malformed('a line is no mount');
    }
    mounts.push({ mountPoint: unescapedMountField(mountPoint), fileSystem });
  }
  return mounts.length === 0 ? malformed('lists no mount') : parsed(mounts);
}

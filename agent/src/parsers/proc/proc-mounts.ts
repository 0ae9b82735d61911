import { unescapedMountField } from './mount-field';
import type { Parsed } from '../parsed';
import { malformed, parsed } from '../parsed';
import type { Mount } from './proc-mountinfo';

/** `/proc/PID/mounts` (proc_pid_mounts(5), fstab(5)), in mount order. */
export function parseProcMounts(text: string): Parsed<readonly Mount[]> {
  const mounts: Mount[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, mountPoint, fileSystem, , dump, pass] = line.split(' ');
    if (mountPoint?.startsWith('/') !== true || fileSystem === undefined || dump !== '0' || pass !== '0') {
      return malformed('a line is no mount');
    }
    mounts.push({ mountPoint: unescapedMountField(mountPoint), fileSystem });
  }
  return mounts.length === 0 ? malformed('lists no mount') : parsed(mounts);
}

import type { Fact } from '@calico-readiness/requirements';
import type { HostFiles } from '../host/host-files';
import type { Mount } from '../parsers/proc/proc-mountinfo';
import { parseProcMountinfo } from '../parsers/proc/proc-mountinfo';
import { parseProcMounts } from '../parsers/proc/proc-mounts';
import { firstThere, readParsed } from './read-parsed';

/** The mounts of the host's first process. A captured tree may hold the older table only. */
export const hostMounts = (files: HostFiles): Promise<Fact<readonly Mount[]>> =>
  firstThere([
    () => readParsed(files, 'proc/1/mountinfo', parseProcMountinfo),
    () => readParsed(files, 'proc/1/mounts', parseProcMounts),
    () => readParsed(files, 'proc/mounts', parseProcMounts),
  ]);

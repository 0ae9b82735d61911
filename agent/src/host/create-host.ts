import { createHostFiles } from './create-host-files';
import type { FileSystem } from './file-system';
import type { Host, ObservedTime } from './host';
import type { HostFiles } from './host-files';
import type { HostMemory } from './memory/host-memory';
import { observationMemory } from './memory/remember';
import { createSystemBus } from './bus/system-bus';

/** How to look at a host. */
export interface HostOptions {
  /** Directory on this machine that is the host's root; `/` is this machine itself. */
  readonly root?: string;
  /** A kernel release that the user gave; overrides what the host says. */
  readonly kernelRelease?: string;
  /** Another file system than that of this machine, such as one with a change laid over it (overlay/lay-over.ts). */
  readonly fileSystem?: FileSystem;
  /** Now, when it is left out. */
  readonly when?: ObservedTime;
  /** What earlier observations of the same host concluded. */
  readonly memory?: HostMemory;
}

const bootIdPath = 'proc/sys/kernel/random/boot_id';

/** The host that probes look at. Throws HostRootError when its root is no directory. */
export async function createHost({
  root = '/',
  kernelRelease,
  fileSystem,
  when = 'now',
  memory,
}: HostOptions = {}): Promise<Host> {
  const files = createHostFiles(root, fileSystem);
  const live = files.root === '/' || (await sameBoot(files, createHostFiles('/')));
  return {
    files,
    live,
    when,
    // What runs now says nothing of the next boot.
    ...(when === 'now' && { systemBus: createSystemBus(files) }),
    memory: observationMemory(memory),
    ...(kernelRelease !== undefined && { kernelRelease }),
  };
}

/** A host root that is mounted into a container has a /proc with the boot id of the kernel that we run on (random(4)). */
async function sameBoot(host: HostFiles, machine: HostFiles): Promise<boolean> {
  const [there, here] = await Promise.all([host.readText(bootIdPath), machine.readText(bootIdPath)]);
  return there.status === 'observed' && here.status === 'observed' && there.value !== '' && there.value === here.value;
}

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { downloadPackage, downloadPackages, packageBehind, unpackPackages } from '../../test/debian-packages';
import { referenceProgramCache, pathOfProgram, runReferenceProgram } from '../reference-programs';
import { kernelFiles, notUsed, rootPackages } from './guest-contents';

/**
 * A Debian system to boot in an emulated machine: its own kernel, udev and NetworkManager. The machine that the tests
 * run on may have a kernel without modules, and must not be changed.
 */
const guest = join(referenceProgramCache, 'guest');
/** The guest's root directory. What the agent is shown of the guest is copied from here. */
export const guestRoot = join(guest, 'root');
/** The same as an initramfs; that of a run is appended to it. */
export const guestInitramfs = join(guest, 'initramfs');
export const guestKernel = join(guest, 'vmlinuz');
/** Where the emulator is unpacked when the machine has none. */
export const unpackedEmulator = join(guest, 'emulator');
const stamp = join(guest, 'complete');

export const emulatorProgram = 'qemu-system-x86_64';

/** The release of the guest's kernel. */
export const guestRelease = (): string => readdirSync(join(guestRoot, 'usr/lib/modules'))[0] ?? '';

export const howToGetGuest =
  'The comparison with reference programs boots Debian in an emulated machine: on Debian for amd64 it downloads linux-image-amd64, qemu-system-x86 and some 130 packages (130 MB) with apt-get (is there a network?), elsewhere it cannot run';

/** What the guest is made of; one that was made of less is made anew. */
const contents = [...rootPackages, ...kernelFiles].join('\n');

/** Makes the guest out of Debian's packages, unless it is there. Returns whether it is. */
export function fetchGuest(): boolean {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === contents) return true;
  rmSync(guest, { recursive: true, force: true });
  const made = fetchEmulator() && fetchRoot() && fetchKernel() && indexModules() && packRoot();
  if (made) writeFileSync(stamp, contents);
  return made;
}

/** Downloads into a directory of their own, which is gone once they are unpacked. */
function unpackInto(target: string, get: (archives: string) => boolean, patterns: readonly string[] = []): boolean {
  const archives = join(guest, 'archives');
  const got = get(archives) && unpackPackages(archives, target, patterns);
  rmSync(archives, { recursive: true, force: true });
  return got;
}

const fetchEmulator = (): boolean =>
  pathOfProgram(emulatorProgram) !== undefined ||
  unpackInto(unpackedEmulator, (archives) => downloadPackages(archives, ['qemu-system-x86'], 'what-is-installed'));

function fetchRoot(): boolean {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    mkdirSync(join(guestRoot, 'usr', name), { recursive: true });
    symlinkSync(`usr/${name}`, join(guestRoot, name));
  }
  for (const name of ['dev', 'proc', 'run', 'sys', 'tmp', 'boot']) mkdirSync(join(guestRoot, name));
  const got = unpackInto(guestRoot, (archives) => downloadPackages(archives, rootPackages, 'nothing'));
  for (const path of notUsed) rmSync(join(guestRoot, path), { recursive: true, force: true });
  return got;
}

function fetchKernel(): boolean {
  const image = packageBehind('linux-image-amd64', /^linux-image-\d.*-amd64$/);
  return image !== undefined && unpackInto(guestRoot, (archives) => downloadPackage(archives, image), kernelFiles);
}

function indexModules(): boolean {
  renameSync(join(guestRoot, 'boot', `vmlinuz-${guestRelease()}`), guestKernel);
  return runReferenceProgram('depmod', ['-b', guestRoot, guestRelease()]).status === 0;
}

const packRoot = (): boolean => packInitramfs(guestRoot, guestInitramfs);

/** Makes an initramfs of a directory, with the guest's own cpio: its busybox needs no library. */
export function packInitramfs(directory: string, archive: string): boolean {
  const script = 'cd "$1" && find . | "$2" cpio -o -H newc >"$3"';
  return (
    spawnSync('sh', ['-c', script, 'sh', directory, join(guestRoot, 'usr/bin/busybox'), archive], { stdio: 'ignore' })
      .status === 0
  );
}

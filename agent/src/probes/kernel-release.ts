import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../host/host';
import type { HostFiles } from '../host/host-files';
import type { Parsed } from '../parsers/parsed';
import { malformed, parsed } from '../parsers/parsed';
import { firstThere, readParsed } from './read-parsed';
import type { Probe } from './probe';

/** Where the running kernel says its release (proc_sys_kernel(5)). */
const osrelease = 'proc/sys/kernel/osrelease';

/** Directories that hold one module directory per installed kernel, named by its release. */
export const moduleDirectories = ['usr/lib/modules', 'lib/modules'] as const;

/** `uname -r` of the host: what the user gave, else what its /proc says, else its only installed kernel. */
export const kernelReleaseProbe: Probe<'kernelRelease'> = {
  name: 'kernel-release',
  facts: ['kernelRelease'],
  gather: async (host) => ({ kernelRelease: await kernelReleaseOf(host) }),
};

/** The kernel release that this host is judged for. */
export async function kernelReleaseOf({ files, kernelRelease }: Host): Promise<Fact<string>> {
  if (kernelRelease !== undefined) {
    const given = parseRelease(kernelRelease);
    return given.status === 'parsed'
      ? observed(given.value, '--kernel-release')
      : unavailable('malformed', '--kernel-release', given.detail);
  }
  return firstThere([() => runningKernelRelease(files), () => onlyInstalledRelease(files)]);
}

/** The release of the kernel that runs on the host, whatever release is judged. */
export const runningKernelRelease = (files: HostFiles): Promise<Fact<string>> =>
  readParsed(files, osrelease, parseRelease);

async function onlyInstalledRelease(files: HostFiles): Promise<Fact<string>> {
  return firstThere(
    moduleDirectories.map((directory) => async () => {
      const names = await files.list(directory);
      if (names.status === 'unavailable') return names;
      const installed: string[] = [];
      for (const name of names.value) {
        const kind = await files.kind(`${directory}/${name}`);
        if (kind.status === 'unavailable') return kind;
        if (kind.value === 'directory' && parseRelease(name).status === 'parsed') installed.push(name);
      }
      const [only, ...others] = installed;
      return only !== undefined && others.length === 0
        ? observed(only, directory)
        : unavailable(
            'not-found',
            directory,
            `holds ${String(installed.length)} kernels; --kernel-release says which one to judge`,
          );
    }),
  );
}

/** A kernel release (uname(2)). It becomes part of paths, so it must be one plain file name. The kernel allows 64 characters (uname(2)). */
export function parseRelease(text: string): Parsed<string> {
  const release = text.replace(/\n$/, '');
  return /^(?!\.)[A-Za-z0-9._+~-]{1,64}$/.test(release) ? parsed(release) : malformed('is no kernel release');
}

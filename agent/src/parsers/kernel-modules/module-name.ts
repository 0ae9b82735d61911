const moduleFile = /^(.+)\.ko(?:\.(?:gz|xz|zst|bz2))?$/;

/** A module's name as the kernel writes it: dashes are underscores (modprobe(8)). */
export const canonicalModuleName = (name: string): string => name.replaceAll('-', '_');

/** The canonical name of the module in a file, e.g. `xt_set` of `kernel/net/netfilter/xt_set.ko.xz`; undefined when the file is none. */
export function moduleNameOfPath(path: string): string | undefined {
  const name = moduleFile.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
  return name === undefined ? undefined : canonicalModuleName(name);
}

/** Whether a path is that of a module's file. */
export const isModuleFile = (path: string): boolean => /[^/]\.ko(?:\.(?:gz|xz|zst|bz2))?$/.test(path);

import type { FileSystem } from '../../src/host/file-system';
import type { PathStatus } from '../../src/host/path-status';
import { openBytes } from './remembered-files';

/** What someone, or a fault, does to one path. The last three leave it there, and whoever looks is denied. */
export const damages = ['removed', 'emptied', 'unreadable', 'not listed', 'not searched'] as const;

export type Damage = (typeof damages)[number];

/** The damages of which a path leaves a trace, so that nothing may follow from what is not seen. */
export const denials: readonly Damage[] = ['unreadable', 'not listed', 'not searched'];

/** Whether a path of this kind can have the damage. */
export function canHave(type: PathStatus['type'], damage: Damage): boolean {
  switch (damage) {
    case 'removed':
    case 'unreadable':
      return true;
    case 'emptied':
      return type === 'file' || type === 'directory';
    case 'not listed':
    case 'not searched':
      return type === 'directory';
    default:
      return damage satisfies never;
  }
}

/** The same files with one path damaged: as after `rm -r`, `truncate -s 0`, `chmod 0`, `chmod a-r` and `chmod a-x` for whoever is not root. */
export function damagedFiles(files: FileSystem, damaged: string, damage: Damage): FileSystem {
  const isBelow = (path: string): boolean => path.startsWith(`${damaged}/`);
  const goneBelow = damage === 'removed' || damage === 'emptied';
  const deniedBelow = damage === 'unreadable' || damage === 'not searched';
  const isGone = (path: string): boolean => (damage === 'removed' && path === damaged) || (goneBelow && isBelow(path));
  const check = (path: string): void => {
    if (isGone(path)) throw systemError('ENOENT');
    if (deniedBelow && isBelow(path)) throw systemError('EACCES');
  };
  const denied = (path: string): boolean => path === damaged && damage === 'unreadable';
  const isHidden = (path: string): boolean => {
    try {
      check(path);
      return denied(path);
    } catch {
      return true;
    }
  };
  return {
    lstat: (path) => {
      if (isGone(path)) return undefined;
      check(path);
      const status = files.lstat(path);
      return status !== undefined && path === damaged && damage === 'emptied' ? { ...status, size: 0 } : status;
    },
    readlink: (path) => {
      check(path);
      if (denied(path)) throw systemError('EACCES');
      return files.readlink(path);
    },
    readlinks: (directory, names) =>
      names.map((name) => (isHidden(`${directory}/${name}`) ? undefined : files.readlinks(directory, [name])[0])),
    readdir: (path, most) => {
      check(path);
      if (denied(path) || (path === damaged && damage === 'not listed')) throw systemError('EACCES');
      if (path === damaged && damage === 'emptied') return [];
      const entries = files.readdir(path, most);
      return damage === 'removed' && entries !== 'too-many'
        ? entries.filter(({ name }) => `${path}/${name}` !== damaged)
        : entries;
    },
    open: (path) => {
      check(path);
      if (denied(path)) throw systemError('EACCES');
      if (path === damaged && damage === 'emptied') return openBytes({ type: 'file', size: 0 }, new Uint8Array());
      return files.open(path);
    },
  };
}

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

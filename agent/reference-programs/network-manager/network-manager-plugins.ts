import { cpSync, existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathOfProgram } from '../reference-programs';

const libraries = '/usr/lib';

/** Directories below usr/lib that hold NetworkManager's plugins, by the root that they are in. */
const pluginDirectories = (root: string): readonly string[] =>
  existsSync(join(root, libraries))
    ? readdirSync(join(root, libraries)).filter((name) => existsSync(join(root, libraries, name, 'NetworkManager')))
    : [];

/**
 * Shell commands that give a daemon in its own mount namespace the tree's etc/network, which it reads below the
 * machine's root, and the plugins that were unpacked with it, which it looks for there too; none where the tree has no
 * such file. Overlays without an upper layer are for reading only.
 */
export function ifupdownMounts(root: string): string {
  if (!existsSync(join(root, 'etc/network'))) return '';
  cpSync(join(root, 'etc/network'), join(root, 'over-etc/network'), { recursive: true, verbatimSymlinks: true });
  return [overlay(join(root, 'over-etc'), '/etc'), ...pluginMounts(root)].join('\n');
}

function pluginMounts(root: string): readonly string[] {
  if (pluginDirectories('/').length > 0) return [];
  const program = pathOfProgram('NetworkManager');
  // usr/sbin/NetworkManager below the directory that the packages were unpacked to.
  const unpacked = program === undefined ? '' : dirname(dirname(dirname(realpathSync(program))));
  return pluginDirectories(unpacked).map((name) => {
    const above = join(root, 'over-lib', name);
    cpSync(join(unpacked, libraries, name, 'NetworkManager'), join(above, 'NetworkManager'), { recursive: true });
    return overlay(above, join(libraries, name));
  });
}

const overlay = (above: string, directory: string): string =>
  `mount -t overlay none -o lowerdir=${above}:${directory} ${directory}`;

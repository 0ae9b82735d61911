import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BootPrograms } from './bootable-system';
import { bootableSystem, placeOfGenerated } from './bootable-system';
import type { GeneratedUnitTree } from './generated-unit-trees';

/** Targets on the way up and down that the trees keep as systemd ships them; everything else that a machine has is left out. */
const shippedTargets = [
  'basic',
  'sysinit',
  'multi-user',
  'graphical',
  'shutdown',
  'umount',
  'final',
  'sockets',
  'timers',
  'paths',
  'slices',
  'local-fs',
  'local-fs-pre',
  'swap',
  'network',
  'network-pre',
  'network-online',
  'rescue',
].map((name) => `${name}.target`);

/** Writes the smallest system that boots to multi-user.target, has a bus, and runs /etc/answer.sh at the end. */
export function writeBootableTree(
  root: string,
  entries: GeneratedUnitTree,
  answer: string,
  programs: BootPrograms,
): void {
  const vendor = join(root, 'usr/lib/systemd/system');
  for (const directory of [
    'usr/lib/systemd/system',
    'usr/local/lib/systemd/system',
    'usr/bin',
    'run',
    'etc/systemd/system-generators',
    'var/lib',
  ]) {
    mkdirSync(join(root, directory), { recursive: true });
  }
  for (const name of ['generator', 'generator.early', 'generator.late'])
    mkdirSync(join(root, placeOfGenerated, name), { recursive: true });
  for (const target of shippedTargets) {
    if (existsSync(join(programs.shippedUnits, target)))
      cpSync(join(programs.shippedUnits, target), join(vendor, target), { dereference: true });
  }
  for (const [path, text] of Object.entries(bootableSystem(answer, programs))) writeFileSync(join(root, path), text);
  chmodSync(join(root, 'etc/systemd/system-generators/tree'), 0o755);
  writeEntries(
    root,
    entries.filter(({ path }) => !isInRun(path)),
  );
}

/** Makes /run what a boot finds: empty, but for what the tree says that something put there. */
export function resetRun(root: string, entries: GeneratedUnitTree): void {
  rmSync(join(root, 'run'), { recursive: true, force: true });
  mkdirSync(join(root, 'run'));
  writeEntries(
    root,
    entries.filter(({ path }) => isInRun(path)),
  );
}

/** What a reboot takes away; what generators write it makes again. */
export const isInRun = (path: string): boolean => path.startsWith('run/') && !path.startsWith('run/systemd/generator');

function writeEntries(root: string, entries: GeneratedUnitTree): void {
  for (const { path, content } of entries) {
    const place = join(root, path.replace(/^run\/systemd\/generator/, `${placeOfGenerated}/generator`));
    mkdirSync(dirname(place), { recursive: true });
    if (typeof content === 'string') writeFileSync(place, content);
    else symlinkSync(content.linkTo, place);
  }
}

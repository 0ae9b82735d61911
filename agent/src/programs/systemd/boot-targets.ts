import type { UnitDirectory } from './unit-files';

/** Targets that a boot does not go through on its way up (systemd.special(7)). */
const notOnTheWayUp =
  /^(?:rescue|emergency|initrd(?:-.+)?|shutdown|reboot|poweroff|halt|kexec|soft-reboot|exit|final|umount|sleep|suspend|hibernate|hybrid-sleep|suspend-then-hibernate|ctrl-alt-del|system-update(?:-.+)?|factory-reset(?:-.+)?|runlevel[016]|bluetooth|printer|smartcard|sound|usb-gadget)\.target$/;

/** Whether a unit that pulls another one in is itself started at boot; `perhaps` where only its own state would tell. */
export type Reach = 'at-boot' | 'perhaps' | 'never';

/** How a boot reaches the units whose `.wants`, `.requires` and `.upholds` directories link to this one. */
export const pullingTargets = (directories: readonly UnitDirectory[], name: string): readonly Reach[] =>
  pullersOf(directories, name).map(reachOf);

/** The units that pull this one in and are themselves started or not by units that were not looked at, such as services. */
export const perhapsPullers = (directories: readonly UnitDirectory[], name: string): readonly string[] =>
  pullersOf(directories, name).filter((puller) => reachOf(puller) === 'perhaps');

/** The units whose directories link to this one, by name. */
function pullersOf(directories: readonly UnitDirectory[], name: string): readonly string[] {
  const decided = new Set<string>();
  const pullers: string[] = [];
  for (const { dependencies } of directories) {
    for (const dependency of dependencies) {
      const link = dependency.links.get(name);
      // The directory with the highest priority decides about a link, so that it can be masked.
      if (link === undefined || decided.has(dependency.name)) continue;
      decided.add(dependency.name);
      if (link === 'pulls-in') pullers.push(dependency.name.replace(/\.[a-z]+$/, ''));
    }
  }
  return pullers;
}

function reachOf(puller: string): Reach {
  if (!puller.endsWith('.target')) return 'perhaps';
  return notOnTheWayUp.test(puller) ? 'never' : 'at-boot';
}

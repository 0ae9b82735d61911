import type { ServiceEnablement, ServiceState } from '@calico-readiness/requirements';
import { pullingTargets } from './boot-targets';
import type { ResolvedUnit, UnitDirectory } from './unit-files';
import { resolveUnit } from './unit-files';
import {
  isAdministratorDirectory,
  isGeneratorDirectory,
  isGoneAtNextBoot,
  isRuntimeDirectory,
} from './unit-search-path';

/**
 * The state of one unit by its files; whether it is active is seen elsewhere. Looked at are the unit's own
 * file and the links to it; a `Wants=` in another unit's text is not, nor is D-Bus activation, by which a
 * disabled firewalld starts as soon as someone calls it.
 */
export function unitState(directories: readonly UnitDirectory[], name: string, active: boolean | null): ServiceState {
  const unit = resolveUnit(directories, name);
  return {
    load: unit.load,
    enablement: enablementOf(directories, name, unit),
    active,
    startsAtBoot: startsAtNextBoot(directories, name),
  };
}

/** What `systemctl is-enabled` says (systemctl(1)): it looks for the links that enabling would have made. */
function enablementOf(directories: readonly UnitDirectory[], name: string, unit: ResolvedUnit): ServiceEnablement {
  if (unit.load === 'not-found') return 'not-found';
  if (unit.load === 'masked') return isRuntimeDirectory(unit.directory) ? 'masked-runtime' : 'masked';
  if (unit.id !== name) return 'alias';
  if (isGeneratorDirectory(unit.directory)) return 'generated';
  const linked = directories.filter((directory) => isLinkedIn(directory, unit.id, unit.file.aliases));
  if (linked.some(({ path }) => isAdministratorDirectory(path))) return 'enabled';
  if (linked.some(({ path }) => isRuntimeDirectory(path))) return 'enabled-runtime';
  if (unit.file.hasInstallRules) return 'disabled';
  return unit.file.also.length > 0 ? 'indirect' : 'static';
}

/** Where the link in a `.wants` directory leads does not matter here: one to /dev/null still counts as enabled. */
function isLinkedIn(directory: UnitDirectory, id: string, aliases: readonly string[]): boolean {
  return (
    directory.dependencies.some(({ links }) => links.has(id)) ||
    aliases.some((alias) => {
      const entry = directory.entries.get(alias);
      return alias !== id && entry?.kind === 'alias' && entry.of === id;
    })
  );
}

/** Every name, of those looked at, under which the search path finds this unit: who pulls in one pulls in all. */
const namesOf = (directories: readonly UnitDirectory[], id: string): readonly string[] =>
  [...new Set([id, ...directories.flatMap(({ entries }) => [...entries.keys()])])].filter(
    (name) => resolveUnit(directories, name).id === id,
  );

/**
 * True when a boot target will pull the unit in, null when only units do of which it is not known whether they start.
 * The next boot finds /run empty: a runtime mask does not hold it back, nor does a runtime link start it.
 */
function startsAtNextBoot(directories: readonly UnitDirectory[], name: string): boolean | null {
  const lasting = directories.filter(({ path }) => !isGoneAtNextBoot(path));
  const unit = resolveUnit(lasting, name);
  if (unit.load !== 'loaded') return false;
  const reached = namesOf(lasting, unit.id).flatMap((other) => pullingTargets(lasting, other));
  return reached.includes('at-boot') ? true : reached.includes('perhaps') ? null : false;
}

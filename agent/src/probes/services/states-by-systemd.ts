import type { ServiceEnablement, ServiceLoad, ServiceState } from '@calico-readiness/requirements';
import type { SystemdWords } from './units-on-bus';

/**
 * A unit's state by its files, corrected by systemd's own word. A verdict is about now and about the next boot. Of
 * now systemd knows best, and `active` is its answer already. Of the next boot the disk decides: what systemd has
 * loaded may be older than the files while a daemon-reload is due, and a boot is more than a reload. So systemd's
 * view of the disk is taken for the unit file's state, and where it finds what we did not, or the other way round,
 * nothing that we read says whether the next boot starts the unit. An alias, which runs under another `id`, has no
 * file of its own.
 */
export function preferSystemd(
  byFiles: ServiceState,
  unit: string,
  id: string,
  { enablements, broken }: SystemdWords,
): ServiceState {
  const enablement = unit === id ? enablements.get(unit) : undefined;
  const corrected = enablement === undefined ? byFiles : withEnablement(byFiles, enablement);
  return broken.has(id) && corrected.load === 'loaded' ? { ...corrected, startsAtBoot: false } : corrected;
}

function withEnablement(byFiles: ServiceState, enablement: ServiceEnablement): ServiceState {
  const load = loadOf(enablement);
  if (load === byFiles.load) return { ...byFiles, enablement };
  return { ...byFiles, load, enablement, startsAtBoot: enablement === 'masked' ? false : byFiles.startsAtBoot || null };
}

function loadOf(enablement: ServiceEnablement): ServiceLoad {
  switch (enablement) {
    case 'masked':
    case 'masked-runtime':
      return 'masked';
    case 'not-found':
      return 'not-found';
    default:
      return 'loaded';
  }
}

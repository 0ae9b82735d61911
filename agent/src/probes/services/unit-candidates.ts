import type { Fact } from '@calico-readiness/requirements';
import { observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { remember } from '../../host/memory/remember';
import { unitLinks } from './service-activity';
import type { UnitListing } from './unit-listings';
import { dependencyDirectoriesIn } from './unit-dependencies';
import { listIfThere } from './unit-listings';

/** A genuine host has one or two hundred. */
export const mostCandidates = 1024;

/** Where systemd older than 236 shows services with processes, on cgroup v1 and v2. */
const slices = ['sys/fs/cgroup/systemd/system.slice', 'sys/fs/cgroup/system.slice'] as const;

/**
 * The services that run or that something starts: those that the dependency directories link to, by themselves or by
 * their timer, and those that left traces of being active. One that only another unit's text pulls in is among them
 * once it is active. Unavailable where a directory could not be read, or where there are more than anyone has.
 */
export async function startedServices(host: Host, listings: readonly UnitListing[]): Promise<Fact<readonly string[]>> {
  const linked = await remember(host, 'linked services', ({ files }) => linkedServices(files, listings), [listings]);
  if (linked.status === 'unavailable') return linked;
  const found = new Set([...linked.value, ...(await activeUnits(host.files))]);
  const services = [...found].filter(isServiceName);
  return services.length > mostCandidates
    ? unavailable('too-large', 'etc/systemd/system', `more than ${String(mostCandidates)} services are started`)
    : observed(services, 'etc/systemd/system');
}

async function linkedServices(files: HostFiles, listings: readonly UnitListing[]): Promise<Fact<ReadonlySet<string>>> {
  const found = new Set<string>();
  for (const { path, names } of listings) {
    for (const directory of dependencyDirectoriesIn(names)) {
      const links = await listIfThere(files, `${path}/${directory}`);
      if (links.status === 'unavailable') return links;
      for (const name of links.value) found.add(name.replace(/\.timer$/, '.service'));
      if (found.size > mostCandidates * 2) break;
    }
  }
  return observed(found, 'etc/systemd/system');
}

/** Unit names have a small alphabet (systemd.unit(5)); whatever else a host calls its files is none. */
const isServiceName = (name: string): boolean => /^[A-Za-z0-9:_.\\@-]{1,247}\.service$/.test(name);

async function activeUnits(files: HostFiles): Promise<readonly string[]> {
  const links = await files.list(unitLinks);
  if (links.status === 'observed')
    return links.value.filter((name) => name.startsWith('invocation:')).map((name) => name.slice('invocation:'.length));
  const names = await Promise.all(slices.map((slice) => files.list(slice)));
  return names.flatMap((list) => (list.status === 'observed' ? list.value : []));
}

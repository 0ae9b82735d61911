import type { Fact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import type { DependencyDirectory, DependencyLink } from '../../programs/systemd/unit-files';
import { leadsToNull } from '../null-link';
import { largestUnitFile } from './unit-entry';
import type { UnitListing } from './unit-listings';
import { listIfThere } from './unit-listings';

/** Names of the directories whose links pull units in (systemd.unit(5)). */
export const dependencyDirectoriesIn = (names: ReadonlySet<string>): readonly string[] =>
  [...names].filter((name) => /\.(?:wants|requires|upholds)$/.test(name));

/** The links of a unit directory that pull some units in. */
export async function readDependencies(
  files: HostFiles,
  { path, names: listed }: UnitListing,
  units: ReadonlySet<string>,
): Promise<Fact<readonly DependencyDirectory[]>> {
  const directories = dependencyDirectoriesIn(listed);
  const found: DependencyDirectory[] = [];
  for (const name of directories) {
    const names = await listIfThere(files, `${path}/${name}`);
    if (names.status === 'unavailable') return names;
    const links = new Map<string, DependencyLink>();
    for (const unit of names.value.filter((candidate) => units.has(candidate))) {
      const link = await readDependencyLink(files, `${path}/${name}/${unit}`);
      if (link.status === 'unavailable') return link;
      if (link.value !== 'no-link') links.set(unit, link.value);
    }
    if (links.size > 0) found.push({ name, links });
  }
  return observed(found, path);
}

/**
 * Only links count in a dependency directory (systemd.unit(5), the `.wants/` and `.requires/` directories). One that
 * leads to an empty file takes the dependency back as one to /dev/null does, whatever unit the name stands for.
 */
async function readDependencyLink(files: HostFiles, path: string): Promise<Fact<DependencyLink | 'no-link'>> {
  const target = await files.readLink(path);
  if (target.status === 'unavailable') return target.reason === 'unsupported' ? observed('no-link', path) : target;
  if (await leadsToNull(files, path, target.value)) return observed('mask', path);
  const text = await files.readText(path, largestUnitFile);
  return observed(text.status === 'observed' && text.value === '' ? 'mask' : 'pulls-in', path);
}

import type { Configuration } from '../../programs/network-manager/merge-configuration';
import type { Snippet } from '../../programs/network-manager/possible-configurations';
import { possibleConfigurations } from '../../programs/network-manager/possible-configurations';
import { snippetTakesPart } from '../../programs/network-manager/snippet-condition';
import type { ConfigurationFile } from './configuration-file';
import type { ConfigurationFiles } from './configuration-files';

/** The files that were read and are not disabled by their own condition, in merge order, with their paths on the host. */
export function filesTakingPart(files: readonly ConfigurationFile[]): readonly (Snippet & { readonly path: string })[] {
  return files
    .filter((file) => file.status === 'read')
    .map(({ path, groups, snippet, perhaps }) => {
      const takesPart = snippet ? snippetTakesPart(groups) : true;
      return { path, groups, takesPart: perhaps === true ? takesPart && null : takesPart };
    })
    .filter(({ takesPart }) => takesPart !== false);
}

/** One that would make the daemon refuse its configuration, where it is still there. */
const isUnknown = ({ status, perhaps }: ConfigurationFile): boolean =>
  status === 'unreadable' || (status === 'refused' && perhaps === true);

/** Every configuration that the daemon may have; undefined when it reads something that could not be read here. */
export function configurationsOf({
  files,
  internal,
  complete,
}: ConfigurationFiles): readonly Configuration[] | undefined {
  if (!complete || internal === null || files.some(isUnknown)) return undefined;
  return possibleConfigurations(filesTakingPart(files), internal);
}

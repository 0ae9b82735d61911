import type { CloudProvider, CloudSetup, Fact } from '@calico-readiness/requirements';
import { cloudProviders, observed, unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import type { Assignment } from '../../parsers/environment-file';
import { parseEnvironmentFile } from '../../parsers/environment-file';
import { keyFileBoolean } from '../../parsers/key-file-value';
import type { ServiceLine } from '../../parsers/systemd-service';
import { parseServiceSection } from '../../parsers/systemd-service';
import { environmentFilesOf, serviceEnvironment } from '../../programs/systemd/service-environment';
import { isHostRoot } from '../host-evidence';
import type { Probe } from '../probe';
import { readServiceTexts } from './service-files';
import { listUnitDirectories } from './unit-listings';
import { largestUnitFile } from './unit-entry';
import { readUnitStates } from './unit-states';

const unit = 'nm-cloud-setup.service';
const source = 'usr/lib/systemd/system/nm-cloud-setup.service';

/** The unit has none of its own, and a drop-in one or two. */
const mostEnvironmentFiles = 64;
/** PATH_MAX: the kernel opens no file of a longer path (path_resolution(7)). */
const longestPath = 4096;

/** Whether nm-cloud-setup starts, and for which clouds. */
export const cloudSetupProbe: Probe<'cloudSetup'> = {
  name: 'cloud-setup',
  facts: ['cloudSetup'],
  gather: async (host) => ({ cloudSetup: await gatherCloudSetup(host) }),
};

async function gatherCloudSetup(host: Host): Promise<Fact<CloudSetup>> {
  const states = await readUnitStates(host, [unit]);
  if (states.status === 'unavailable') return states;
  const state = states.value.get(unit);
  if (state === undefined || (state.load === 'not-found' && state.active !== true)) {
    return (await isHostRoot(host))
      ? observed({ installed: false, starts: false, providers: [] }, source)
      : unavailable('not-found', source, 'the root is not that of an installed system');
  }
  const lines = await serviceLines(host);
  if (lines.status === 'unavailable') return lines;
  const starts = state.active === true ? true : state.startsAtBoot;
  const providers = await providersOf(host.files, lines.value);
  return observed({ installed: true, starts, ...(providers !== undefined && { providers }) }, source);
}

async function serviceLines(host: Host): Promise<Fact<readonly ServiceLine[]>> {
  const listings = await listUnitDirectories(host);
  if (listings.status === 'unavailable') return listings;
  const texts = await readServiceTexts(host.files, listings.value, unit);
  return texts.status === 'unavailable' ? texts : observed(texts.value.flatMap(parseServiceSection), unit);
}

/** The clouds whose variable is true in the words of the program (its source, nmcs-provider.c); undefined where a file could not be read. */
async function providersOf(
  files: HostFiles,
  lines: readonly ServiceLine[],
): Promise<readonly CloudProvider[] | undefined> {
  const fromFiles: Assignment[] = [];
  const paths = environmentFilesOf(lines);
  if (paths.length > mostEnvironmentFiles) return undefined;
  for (const path of paths) {
    // Which files a pattern stands for is not looked for.
    if (path.length > longestPath || /[*?[%]/.test(path)) return undefined;
    const text = await files.readText(path, largestUnitFile);
    if (text.status === 'observed') for (const each of parseEnvironmentFile(text.value)) fromFiles.push(each);
    else if (text.reason !== 'not-found') return undefined;
  }
  const environment = serviceEnvironment(lines, fromFiles);
  return cloudProviders.filter(
    (provider) => keyFileBoolean(environment.get(`NM_CLOUD_SETUP_${provider}`) ?? '') === true,
  );
}

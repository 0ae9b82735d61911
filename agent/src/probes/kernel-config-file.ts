import { gunzipSync } from 'node:zlib';
import type { Fact, UnavailableFact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import type { Host } from '../host/host';
import type { HostFiles } from '../host/host-files';
import { remember } from '../host/memory/remember';
import type { KernelConfigFile } from '../parsers/kernel-config';
import { parseKernelConfig } from '../parsers/kernel-config';
import type { Parsed } from '../parsers/parsed';
import { malformed } from '../parsers/parsed';
import { keptSymbols } from './kept-symbols';
import { kernelReleaseOf, runningKernelRelease } from './kernel-release';
import { mostTelling, parseFact, readParsed } from './read-parsed';

const longestConfig = 8 * 1024 * 1024;

/**
 * The configuration of the host's kernel. Looks where kernels and distributions put it (kubeadm's list) and
 * takes the first complete file; failing that, the first that is a configuration at all. `writtenValue` tells a symbol of it.
 */
export const readKernelConfigFile = (host: Host): Promise<Fact<KernelConfigFile>> =>
  remember(host, 'kernel configuration', findKernelConfig);

async function findKernelConfig(host: Host): Promise<Fact<KernelConfigFile>> {
  const failures: UnavailableFact[] = [];
  let incomplete: Fact<KernelConfigFile> | undefined;
  for await (const config of candidates(host)) {
    if (config.status === 'unavailable') failures.push(config);
    else if (config.value.complete) return config;
    else incomplete ??= config;
  }
  if (incomplete !== undefined) return incomplete;
  return failures.length > 0
    ? mostTelling(failures)
    : unavailable('not-found', 'boot', 'no kernel release to look for');
}

async function* candidates(host: Host): AsyncGenerator<Fact<KernelConfigFile>> {
  const { files } = host;
  const release = await kernelReleaseOf(host);
  if (await isAboutRunningKernel(host, release)) yield await readCompressed(files, 'proc/config.gz');
  if (release.status === 'unavailable') return;
  for (const path of pathsOf(release.value)) yield await readParsed(files, path, parseConfig, longestConfig);
  const deployments = await files.list('boot/ostree');
  for (const name of deployments.status === 'observed' ? deployments.value : []) {
    yield await readParsed(files, `boot/ostree/${name}/config-${release.value}`, parseConfig, longestConfig);
  }
}

const parseConfig = (text: string): Parsed<KernelConfigFile> => parseKernelConfig(text, keptSymbols);

const pathsOf = (release: string): string[] => [
  `boot/config-${release}`,
  `usr/lib/modules/${release}/config`,
  `lib/modules/${release}/config`,
  `usr/lib/ostree-boot/config-${release}`,
  `usr/lib/kernel/config-${release}`,
  `usr/src/linux-${release}/.config`,
  `usr/src/linux-headers-${release}/.config`,
  `lib/modules/${release}/build/.config`,
];

/** /proc/config.gz is that of the running kernel: of no use for another release that the user asks for. */
async function isAboutRunningKernel(host: Host, release: Fact<string>): Promise<boolean> {
  if (host.kernelRelease === undefined) return true;
  const running = await runningKernelRelease(host.files);
  return running.status === 'observed' && release.status === 'observed' && running.value === release.value;
}

const readCompressed = async (files: HostFiles, path: string): Promise<Fact<KernelConfigFile>> =>
  parseFact(await files.readBytes(path, longestConfig), parseCompressed);

function parseCompressed(bytes: Uint8Array): Parsed<KernelConfigFile> {
  let text: string;
  try {
    text = gunzipSync(bytes, { maxOutputLength: longestConfig }).toString('latin1');
  } catch (error) {
    return malformed(`cannot be decompressed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return parseConfig(text);
}

import type { Fact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import type { KernelConfigFile } from '../../parsers/kernel-config';
import { parseModulesOrder } from '../../parsers/kernel-modules/modules-order';
import { parseSignatureMark } from '../../parsers/kernel-modules/signature-mark';
import { readParsed } from '../read-parsed';
import { decompressedModule, longestModuleFile } from './module-decompression';
import type { ModuleEvidence } from './module-evidence';
import type { ModuleTreeLookup } from './module-tree';
import type { SignatureEnforcement } from './signature-enforcement';
import { readSignatureEnforcement } from './signature-enforcement';

/** What decides whether the signature of a module is asked for on this host. */
export interface SigningRules {
  readonly enforced: SignatureEnforcement;
  /** The modules that were built with the kernel, signed with its own key, as modules.order names them. */
  readonly ownModules: Fact<ReadonlySet<string>>;
}

const longestOrder = 4 * 1024 * 1024;

/** Reads what this boot shows of lockdown and parameters, and the kernel's list of its own modules. */
export async function readSigningRules(
  files: HostFiles,
  tree: ModuleTreeLookup,
  config: Fact<KernelConfigFile>,
): Promise<SigningRules> {
  const enforced = await readSignatureEnforcement(files, config);
  // On most hosts nobody asks, and the list has some thousand lines.
  if (enforced === 'no' || typeof tree === 'string')
    return { enforced, ownModules: unavailable('unsupported', 'modules.order', 'not looked for') };
  const order = `${tree.path}/modules.order`;
  return { enforced, ownModules: await readParsed(files, order, parseModulesOrder, longestOrder) };
}

/**
 * Whether the signatures of module files stand in the way of loading them; paths as modules.dep has them. A module that was built
 * with the kernel is signed with the kernel's key, so only the others are read: without the mark the kernel refuses them, with
 * it, only the kernel knows whether it has the key.
 */
export async function signatureOf(
  paths: readonly string[],
  directory: string,
  files: HostFiles,
  { enforced, ownModules }: SigningRules,
): Promise<ModuleEvidence['signature']> {
  if (enforced === 'no') return 'not-asked';
  const foreign: string[] = [];
  for (const path of paths) if (!(await isOwn(path, directory, files, ownModules))) foreign.push(path);
  if (foreign.length === 0) return 'not-asked';
  if (enforced === 'unseen') return 'unseen';
  for (const path of foreign) if ((await hasMark(hostPath(directory, path), files)) === false) return 'absent';
  return 'unseen';
}

/**
 * Red Hat's packages of extra modules move files from kernel/ to the same path below extra/ after modules.order was
 * written (mod-extra.sh of the kernel's source packages of RHEL 7 and 8); DKMS and others put a file of their own beside the kernel's.
 */
async function isOwn(
  path: string,
  directory: string,
  files: HostFiles,
  ownModules: SigningRules['ownModules'],
): Promise<boolean> {
  if (ownModules.status === 'unavailable') return false;
  const plain = path.replace(/\.(?:gz|xz|zst)$/, '');
  if (ownModules.value.has(plain)) return true;
  if (!path.startsWith('extra/') || !ownModules.value.has(plain.replace(/^extra\//, 'kernel/'))) return false;
  const original = await files.kind(`${directory}/${path.replace(/^extra\//, 'kernel/')}`);
  return original.status === 'observed' && original.value === 'absent';
}

/** Undefined when the file can't be looked into. */
async function hasMark(path: string, files: HostFiles): Promise<boolean | undefined> {
  const bytes = await files.readBytes(path, longestModuleFile);
  if (bytes.status === 'unavailable') return undefined;
  const module = await decompressedModule(path, bytes.value);
  const mark = module === undefined ? undefined : parseSignatureMark(module);
  return mark?.status === 'parsed' ? mark.value : undefined;
}

const hostPath = (directory: string, path: string): string => (path.startsWith('/') ? path : `${directory}/${path}`);

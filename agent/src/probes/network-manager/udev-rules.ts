import { byBytes } from '../../host/file-name';
import type { HostFiles } from '../../host/host-files';
import type { Answer } from '../../programs/three-valued';
import type { UdevRulesFile } from '../../programs/network-manager/udev-unmanaged';
import { networkManagerProperties } from '../../programs/network-manager/udev-unmanaged';
import { parseUdevRules } from '../../parsers/udev-rules';
import { leadsToNull } from '../null-link';

/** Directories of rules files, highest priority first (udev(7), "RULES FILES"). */
const directories = [
  'etc/udev/rules.d',
  'run/udev/rules.d',
  'usr/local/lib/udev/rules.d',
  'usr/lib/udev/rules.d',
  'lib/udev/rules.d',
] as const;

/** Where udev's own rules are; every host that has udev has one of them, so that only then a missing rule is missing. */
const vendorDirectories: readonly string[] = ['usr/lib/udev/rules.d', 'lib/udev/rules.d'];

/** udev's rule file that finds out the driver (ID_NET_DRIVER), by either of its builtins (udev-builtin-net_setup_link.c, net_driver.c). */
const driverRules = '80-net-setup-link.rules';
const findsDriver = /^[^#\n]*IMPORT\{builtin\}\s*==?\s*"net_(?:setup_link|driver)"/m;
/** Others, such as NetworkManager's own, run a program for it, which may be there or not. */
const setsDriver = /ENV\{ID_NET_DRIVER\}\s*:?=[^=]/;

const largestFile = 1024 * 1024;
const mostFiles = 1024;
/** Characters of all files that speak to NetworkManager; genuine ones have some thousand. */
const longestRules = 256 * 1024;

/**
 * The udev rules files that speak to NetworkManager, in the order of their names. A file in a directory of
 * higher priority replaces one of the same name; a link to /dev/null replaces it with nothing. Undefined when
 * they could not be read or hold more than anybody's, or when the root does not have the rules that come with udev.
 */
export async function readNetworkManagerUdevRules(files: HostFiles): Promise<readonly UdevRulesFile[] | undefined> {
  const paths = new Map<string, string>();
  let hasVendorRules = false;
  for (const directory of directories) {
    const names = await files.list(directory);
    if (names.status === 'unavailable' && names.reason !== 'not-found' && names.reason !== 'malformed')
      return undefined;
    if (names.status === 'observed' && vendorDirectories.includes(directory)) hasVendorRules = true;
    for (const name of names.status === 'observed' ? names.value : []) {
      if (name.endsWith('.rules') && !paths.has(name)) paths.set(name, `${directory}/${name}`);
    }
  }
  if (!hasVendorRules || paths.size > mostFiles) return undefined;
  const rules: UdevRulesFile[] = [];
  let knowsDriver: Answer = false;
  let length = 0;
  for (const name of [...paths.keys()].sort(byBytes)) {
    // A tree that someone captured may have NetworkManager's rules only.
    if (!paths.has(driverRules) && name > driverRules) knowsDriver = true;
    const text = await readRules(files, paths.get(name) ?? '');
    if (text === undefined) return undefined;
    const asks = findsDriver.test(text);
    if (networkManagerProperties.some((property) => text.includes(property))) {
      length += text.length;
      if (length > longestRules) return undefined;
      rules.push({ rules: parseUdevRules(text), knowsDriver: asks ? knowsDriver || null : knowsDriver });
    }
    if (asks) knowsDriver = true;
    else if (setsDriver.test(text)) knowsDriver ||= null;
  }
  return rules;
}

/** A file that is masked or is none has no rules; undefined when it could not be read. */
async function readRules(files: HostFiles, path: string): Promise<string | undefined> {
  const link = await files.readLink(path);
  if (link.status === 'observed' && (await leadsToNull(files, path, link.value))) return '';
  const kind = await files.kind(path);
  if (kind.status === 'unavailable' || kind.value === 'absent') return undefined;
  if (kind.value !== 'file') return '';
  const text = await files.readText(path, largestFile);
  return text.status === 'observed' ? text.value : undefined;
}

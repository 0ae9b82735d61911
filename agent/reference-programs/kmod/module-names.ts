import { kernelModuleTable } from '@calico-readiness/requirements';

/** Modules that others depend on, and that nothing asks for by name. */
export const helpers = ['udp_tunnel', 'nfnetlink', 'libcrc32c'];
/** The names of the catalogue, and its entries by them. */
export const catalogued = kernelModuleTable.map((entry) => entry.name);
export const entryOf = new Map(kernelModuleTable.map((entry) => [entry.name, entry]));

/** A name as some write it; to kmod both are the same. */
export const withDashes = (name: string, dashes: boolean): string => (dashes ? name.replaceAll('_', '-') : name);

/** Such as nf_log_ipv4 of nf_log_syslog, or ipt_MASQUERADE of xt_MASQUERADE: the one took the other's place, and no kernel has both. */
export const isAliasOfOne = (name: string, modules: readonly string[]): boolean =>
  modules.some((module) => entryOf.get(module)?.aliases.includes(name) === true);

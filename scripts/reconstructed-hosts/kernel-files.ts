import { gzipSync } from 'node:zlib';
import type { KernelModuleEntry } from '../../requirements/src/index';
import { kernelModuleTable, kernelSymbols } from '../../requirements/src/index';
import type { ReconstructedKernel } from './kernels';
import { aliasesOfDebian, modulePath, nameOf } from './module-paths';
import type { Tree } from './tree';

/** The configuration reduced to what the catalogue and checksystem ask for. It lacks the kernel's own title, so nothing follows from a symbol that it does not list. */
export function configurationText(kernel: ReconstructedKernel): string {
  const valueOf = (symbol: string): string | undefined => {
    if (kernel.builtIn.includes(symbol)) return `CONFIG_${symbol}=y`;
    if (kernel.asModule.includes(symbol)) return `CONFIG_${symbol}=m`;
    return kernel.off.includes(symbol) ? `# CONFIG_${symbol} is not set` : undefined;
  };
  const lines = kernelSymbols.map(valueOf).filter((line) => line !== undefined);
  return [
    `# Facts about the kernel ${kernel.release}, not its own configuration file.`,
    `# Values read in ${kernel.source}.`,
    '# What other symbols select is put in; what the release does not know is written as not set.',
    ...lines,
    ...kernel.furtherConfiguration,
    '',
  ].join('\n');
}

/** As /proc/config.gz holds it; the same bytes each time. */
export const compressedConfiguration = (kernel: ReconstructedKernel): Uint8Array =>
  gzipSync(configurationText(kernel), { level: 9 });

/** The module directory: indexes and empty files of what the configuration and the packages make of the kernel. */
export function moduleFiles(kernel: ReconstructedKernel): Tree {
  const top = `usr/lib/modules/${kernel.release}`;
  const inImage = new Set(kernel.builtInModules.map(nameOf));
  const named = kernelModuleTable.filter((entry) => hasFile(entry, kernel) && !inImage.has(entry.name));
  const needed = (path: string): boolean => !inImage.has(nameOf(path));
  const entries = [...named.map(({ name }) => name), ...kernel.furtherModules].map(modulePath);
  const further = entries
    .flatMap(({ needs }) => needs)
    .filter(needed)
    .filter((path) => !entries.some((entry) => entry.path === path));
  const lines = [...entries, ...[...new Set(further)].map((path) => ({ path, needs: [] }))];
  const file = (path: string): string => `kernel/${path}${kernel.suffix}`;
  return {
    ...Object.fromEntries(lines.map(({ path }) => [`${top}/${file(path)}`, ''])),
    [`${top}/modules.dep`]: lines
      .map(({ path, needs }) => `${file(path)}: ${needs.filter(needed).map(file).join(' ')}`.trimEnd())
      .map(ended)
      .join(''),
    [`${top}/modules.alias`]: [
      '# Aliases extracted from modules themselves.',
      ...named.flatMap((entry) => aliasLines(entry, kernel)),
    ]
      .map(ended)
      .join(''),
    // Its head only: what these kernels declare is not published. It matters for modules with an install line; ip_set, the only one, declares none in Debian's.
    [`${top}/modules.softdep`]: '# Soft dependencies extracted from modules themselves.\n',
    [`${top}/modules.builtin`]: kernel.builtInModules.map((path) => `kernel/${path}.ko\n`).join(''),
    ...builtInInformation(top, kernel),
  };
}

const ended = (line: string): string => `${line}\n`;

function hasFile({ name, symbols }: KernelModuleEntry, { asModule, withoutFile }: ReconstructedKernel): boolean {
  // Conntrack for SCTP is a bool symbol in all of these kernels and has no file.
  return symbols.some((symbol) => asModule.includes(symbol)) && !withoutFile.includes(name);
}

/** Which aliases a module has differs by release only for icmp, the loggers and the modules of tc. */
const aliasLines = ({ name, aliases }: KernelModuleEntry, kernel: ReconstructedKernel): string[] =>
  aliases.filter((alias) => hasAlias(name, alias, kernel)).map((alias) => `alias ${alias} ${name}`);

function hasAlias(name: string, alias: string, kernel: ReconstructedKernel): boolean {
  if (/^ip6?t_icmp6?$/.test(alias)) return (name === 'xt_tcpudp') === isSince(kernel, 6, 4);
  if (/^nf[_-]log/.test(alias)) return kernel.asModule.includes('NF_LOG_SYSLOG') === (name === 'nf_log_syslog');
  if (name === 'sch_ingress' || name === 'cls_bpf') return alias.startsWith('net-') === isSince(kernel, 6, 8);
  // A module that Linux 6.1 has has the aliases that it has there; of an older one all are genuine.
  return (
    aliasesOfDebian.has(`alias ${alias} ${name}`) || ![...aliasesOfDebian].some((line) => line.endsWith(` ${name}`))
  );
}

const isSince = ({ version }: ReconstructedKernel, major: number, minor: number): boolean =>
  version[0] > major || (version[0] === major && version[1] >= minor);

/** Kernels before 5.2 do not write modules.builtin.modinfo. */
function builtInInformation(top: string, kernel: ReconstructedKernel): Tree {
  if (!isSince(kernel, 5, 2)) return {};
  const entries = kernel.builtInModules.map(nameOf).flatMap((name) => {
    const aliases = kernelModuleTable.find((entry) => entry.name === name)?.aliases ?? [];
    return [
      `${name}.license=GPL`,
      ...aliases.filter((alias) => hasAlias(name, alias, kernel)).map((alias) => `${name}.alias=${alias}`),
    ];
  });
  return { [`${top}/modules.builtin.modinfo`]: entries.map((entry) => `${entry}\0`).join('') };
}

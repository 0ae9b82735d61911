import type { KernelCommandLine } from '../../parsers/proc/kernel-command-line';
import type { ModprobeDirective } from '../../parsers/kernel-modules/modprobe-d';
import type { Hindrance } from './module-evidence';
import type { DirectiveIndex } from './directive-index';
import { indexOf } from './directive-index';

/** What decides on this host whether a module may be loaded. */
export interface LoadingRules {
  /** Lines of modprobe.d(5), in the order in which modprobe(8) reads them. */
  readonly directives: readonly ModprobeDirective[];
  readonly commandLine: KernelCommandLine;
  /** `kernel.modules_disabled` is 1: nothing can be loaded until the next boot. */
  readonly modulesDisabled: boolean;
  /** Whether all sources of these rules were read; a rule that was not seen may still keep a module out. */
  readonly complete: boolean;
  /** Whether the kernel's own soft dependencies were read, without which it is not known whether an `install` line counts. */
  readonly softDependenciesRead: boolean;
}

/** How a module is asked for on this host; names with `_`. */
export interface ModuleRequest {
  readonly name: string;
  /** The aliases by which Calico's use of the module makes the kernel ask, as far as this host's modules have them. */
  readonly aliases: readonly string[];
  readonly askedByName: boolean;
  /** Modules that must be loaded first and are not in the kernel yet. */
  readonly dependencies: readonly string[];
  /** Those of the module and its dependencies that have soft dependencies, which makes modprobe pass over their `install` lines. */
  readonly withSoftDependencies: readonly string[];
}

/**
 * Emulates what modprobe(8) would do for the kernel's request. Measured with kmod: an `install` line on the
 * module or on a dependency stops every way of loading, `blacklist` stops aliases only and does not matter for a
 * dependency, and `alias NAME off` or `install ALIAS` stops that one name.
 */
export function hindranceOf(request: ModuleRequest, rules: LoadingRules): Hindrance {
  const index = indexOf(rules.directives);
  const outcomes = [request.name, ...request.dependencies].map((module) => outcomeOfLoading(module, request, rules));
  if (rules.modulesDisabled || outcomes.includes('refused')) return 'always';
  if (outcomes.includes('undecidable')) return 'unseen';
  const blacklisted = isBlacklisted(request.name, rules);
  // With an `alias NAME NAME` line the name itself is an alias, and a blacklist suppresses it.
  const nameDiverted =
    isDiverted(request.name, request.name, index) || (blacklisted && index.aliases.has(request.name));
  if (request.aliases.some((alias) => isDiverted(alias, request.name, index))) return 'by-alias';
  if (request.askedByName && request.aliases.length === 0 && nameDiverted) return 'always';
  if (blacklisted) return 'by-alias';
  return rules.complete ? 'none' : 'unseen';
}

function isBlacklisted(name: string, { directives, commandLine }: LoadingRules): boolean {
  return commandLine.blacklistedModules.includes(name) || indexOf(directives).blacklisted.has(name);
}

/** Whether an `alias` line sends the name to another module or nowhere, or an `install` line catches an alias before it is resolved. */
function isDiverted(name: string, module: string, { aliases, installed }: DirectiveIndex): boolean {
  const targets = aliases.all(name);
  if (targets.length > 0) return !targets.includes(module);
  // For an alias kmod compares the name as it stands, for a module it takes it as a pattern.
  return name !== module && installed.has(name);
}

function outcomeOfLoading(
  module: string,
  request: ModuleRequest,
  rules: LoadingRules,
): 'loads' | 'refused' | 'undecidable' {
  if (rules.commandLine.deniedModules.includes(module)) return 'refused';
  if (request.withSoftDependencies.includes(module)) return 'loads';
  // The first line counts (kmod, kmod_module_get_install_commands).
  const outcome = outcomeOfCommand(indexOf(rules.directives).commands.first(module));
  return outcome === 'refused' && !rules.softDependenciesRead ? 'undecidable' : outcome;
}

/** A command that ends in a call of modprobe or insmod loads something; one that does nothing refuses; of any other only running it would tell. */
function outcomeOfCommand(command: string | undefined): 'loads' | 'refused' | 'undecidable' {
  if (command === undefined) return 'loads';
  const firstWord = /^\S*/.exec(command.trimStart())?.[0] ?? '';
  const program = firstWord.slice(firstWord.lastIndexOf('/') + 1);
  if (program === 'modprobe' || program === 'insmod') return 'loads';
  return ['true', 'false', 'nologin', 'echo', 'logger', 'exit', ':'].includes(program) &&
    !/modprobe|insmod/.test(command)
    ? 'refused'
    : 'undecidable';
}

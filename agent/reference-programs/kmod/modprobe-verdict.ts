import type { KernelModuleEntry, ModuleState } from '@calico-readiness/requirements';
import { kernelModuleTable } from '@calico-readiness/requirements';
import { canonicalModuleName, moduleNameOfPath } from '../../src/parsers/kernel-modules/module-name';
import type { ModprobeRequest, ModprobeStep } from './modprobe-in-tree';

/** A name that became an alias of another module may be hindered as such; what hinders the module itself is asked by its own name. */
const presentName = (name: string): string =>
  kernelModuleTable.find(({ aliases }) => aliases.includes(name))?.name ?? name;

/** What is asked about one module, in the order in which `verdictOfModprobe` takes the answers. */
export function requestsFor(entry: KernelModuleEntry): readonly ModprobeRequest[] {
  return [
    { name: entry.name, configuration: 'none' },
    { name: entry.name, configuration: 'host' },
    { name: entry.name, configuration: 'host', blacklistForNames: true },
    { name: presentName(entry.name), configuration: 'host' },
    ...entry.aliases.flatMap((name): ModprobeRequest[] => [
      { name, configuration: 'none' },
      { name, configuration: 'host' },
    ]),
  ];
}

/** Whether the kernel gets the module by the steps of one answer; `undecidable` when a command in them would have to be run. */
type Outcome = 'loads' | 'nothing' | 'refused' | 'undecidable';

/** The evidence state that modprobe's answers amount to. `exists` tells whether a file is still on the disk. */
export function verdictOfModprobe(
  entry: KernelModuleEntry,
  answers: readonly (readonly ModprobeStep[])[],
  exists: (path: string) => boolean,
): ModuleState {
  const [plain = [], byName = [], byNameWithBlacklist = [], byPresentName = [], ...aliases] = answers;
  if (plain.some((step) => step.kind === 'builtin')) return 'built-in';
  const paths = plain.flatMap((step) => (step.kind === 'insmod' ? [step.path] : []));
  const module = moduleNameOfPath(paths.at(-1) ?? '');
  if (module === undefined || !paths.every(exists)) return 'missing';

  const nameOutcome = outcomeOf(byName, module);
  const outcomes = [nameOutcome, outcomeOf(byPresentName, module)];
  if (outcomes.includes('refused')) return 'blocked';
  if (outcomes.includes('undecidable')) return 'unknown';
  const used: Outcome[] = [];
  for (let index = 0; index < entry.aliases.length; index += 1) {
    const resolves = outcomeOf(aliases[2 * index] ?? [], module) === 'loads';
    if (resolves) used.push(outcomeOf(aliases[2 * index + 1] ?? [], module));
  }
  if (used.some((outcome) => outcome !== 'loads')) return 'blacklisted';
  if (nameOutcome === 'loads') return byNameWithBlacklist.length === 0 ? 'blacklisted' : 'loadable';
  if (used.length > 0) return 'loadable';
  // A name that is an alias by now, such as nf_log_ipv4, falls to a blacklist line of what it stands for.
  return canonicalModuleName(entry.name) === module ? 'blocked' : 'blacklisted';
}

function outcomeOf(steps: readonly ModprobeStep[], module: string): Outcome {
  const commands = steps.flatMap((step) => (step.kind === 'install' ? [step.command] : []));
  if (commands.some((command) => /^\/bin\/(?:true|false)\b/.test(command))) return 'refused';
  const calls = commands.filter((command) => /^\/sbin\/modprobe /.test(command));
  if (calls.length < commands.length) return 'undecidable';
  const loaded = steps.some((step) => step.kind === 'insmod' && moduleNameOfPath(step.path) === module);
  return loaded || calls.some((command) => canonicalModuleName(command).endsWith(` ${module}`)) ? 'loads' : 'nothing';
}

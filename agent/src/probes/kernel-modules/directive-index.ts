import type { ModprobeDirective } from '../../parsers/kernel-modules/modprobe-d';
import { PatternTable } from '../../programs/pattern-table';

/** The lines of modprobe.d(5) by what modprobe(8) looks for, so that not every line is compared for every module. */
export interface DirectiveIndex {
  readonly blacklisted: ReadonlySet<string>;
  /** The modules of `alias` lines, by the pattern of the name. */
  readonly aliases: PatternTable<string>;
  /** The commands of `install` lines. */
  readonly commands: PatternTable<string>;
  /** The patterns of `install` lines, as they stand there. */
  readonly installed: ReadonlySet<string>;
  /** The modules that `softdep` lines name. */
  readonly softDependencies: PatternTable<readonly string[]>;
  /** Whether an `alias` or `install` line matches a name; found out once for each. */
  readonly isNamed: (name: string) => boolean;
}

const known = new WeakMap<readonly ModprobeDirective[], DirectiveIndex>();

/** The index of some lines, made once. */
export function indexOf(directives: readonly ModprobeDirective[]): DirectiveIndex {
  const before = known.get(directives);
  if (before !== undefined) return before;
  const index = indexed(directives);
  known.set(directives, index);
  return index;
}

function indexed(directives: readonly ModprobeDirective[]): DirectiveIndex {
  const blacklisted = new Set<string>();
  const aliases = new PatternTable<string>();
  const commands = new PatternTable<string>();
  const installed = new Set<string>();
  const softDependencies = new PatternTable<readonly string[]>();
  for (const directive of directives) {
    switch (directive.keyword) {
      case 'blacklist':
        blacklisted.add(directive.module);
        break;
      case 'alias':
        aliases.add(directive.pattern, directive.module);
        break;
      case 'install':
        commands.add(directive.pattern, directive.command);
        installed.add(directive.pattern);
        break;
      case 'softdep':
        softDependencies.add(directive.pattern, directive.modules);
        break;
      default:
        directive satisfies never;
    }
  }
  const isNamed = remembered((name) => aliases.has(name) || commands.has(name));
  return { blacklisted, aliases, commands, installed, softDependencies, isNamed };
}

function remembered(ask: (name: string) => boolean): (name: string) => boolean {
  const answers = new Map<string, boolean>();
  return (name) => {
    const answer = answers.get(name) ?? ask(name);
    answers.set(name, answer);
    return answer;
  };
}

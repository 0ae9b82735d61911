import { canonicalModuleName } from './module-name';
import type { Parsed } from '../parsed';
import { malformed, parsed, tooLarge } from '../parsed';

/** A line of modprobe.d(5) that decides whether a module can be loaded; names and patterns with `_`. */
export type ModprobeDirective =
  | { readonly keyword: 'blacklist'; readonly module: string }
  | { readonly keyword: 'alias'; readonly pattern: string; readonly module: string }
  | { readonly keyword: 'install'; readonly pattern: string; readonly command: string }
  | { readonly keyword: 'softdep'; readonly pattern: string; readonly modules: readonly string[] };

/** In characters. kmod cuts a path to this length (PATH_MAX), and no alias of a device comes near it. */
const longestPattern = 4096;
/** The kernel's names of modules have less (MODULE_NAME_LEN in linux/module.h). */
const longestModule = 64;
/** The weight of all lines; depmod(8) writes a few hundred, an administrator a few dozen. */
export const mostDirectives = 4096;
/** A line with a wildcard has to be compared for every name; the others are looked up. */
const weightOfWildcard = 4;

/**
 * One file of a modprobe.d directory (modprobe.d(5)), read as kmod reads it: keywords are case-sensitive, a
 * line that is not understood is passed over, and `#` starts a comment only at the start of a line. The
 * carriage return of a DOS line end stays part of the last word, which makes such a `blacklist` void.
 */
export function parseModprobeD(text: string): Parsed<readonly ModprobeDirective[]> {
  if (text.includes('\0')) return malformed('holds binary data');
  const directives = logicalLines(text)
    .map(parseLine)
    .filter((directive) => directive !== undefined);
  if (weightOf(directives) > mostDirectives) return tooLarge(`has more than ${String(mostDirectives)} lines`);
  return directives.some(isLong) ? tooLarge('has a longer name than any module') : parsed(directives);
}

/** How much there is to compare: each line, and each module that one names as a soft dependency. */
export const weightOf = (directives: readonly ModprobeDirective[]): number =>
  directives.reduce((sum, directive) => sum + weightOfLine(directive), 0);

function weightOfLine(directive: ModprobeDirective): number {
  const pattern = directive.keyword === 'blacklist' ? '' : directive.pattern;
  const modules = directive.keyword === 'softdep' ? directive.modules.length : 0;
  return modules + (/[*?[]/.test(pattern) ? weightOfWildcard : 1);
}

const isLong = (directive: ModprobeDirective): boolean =>
  (directive.keyword !== 'blacklist' && directive.pattern.length > longestPattern) ||
  (directive.keyword === 'softdep' && directive.modules.some((name) => name.length > longestModule));

/** A backslash before the line end continues the line; before anything else it is dropped (kmod, freadline_wrapped). */
function logicalLines(text: string): string[] {
  return text.replaceAll(/\\([^])/g, (_match, next: string) => (next === '\n' ? '' : next)).split('\n');
}

function parseLine(line: string): ModprobeDirective | undefined {
  if (line.startsWith('#')) return undefined;
  const [keyword, name, rest] = words(line);
  if (name === undefined) return undefined;
  switch (keyword) {
    case 'blacklist':
      return { keyword, module: canonicalModuleName(name) };
    case 'install':
      return rest === undefined ? undefined : { keyword, pattern: canonicalPattern(name), command: rest };
    case 'alias': {
      const module = words(rest ?? '')[0];
      return module === undefined
        ? undefined
        : { keyword, pattern: canonicalPattern(name), module: canonicalModuleName(module) };
    }
    case 'softdep':
      return rest === undefined
        ? undefined
        : { keyword, pattern: canonicalPattern(name), modules: softDependencies(rest) };
    default:
      return undefined;
  }
}

/** What stands behind `pre:` and `post:`; what comes before either is passed over. */
function softDependencies(text: string): readonly string[] {
  const all = text.split(/[ \t\r\v\f]+/).filter((word) => word !== '');
  const start = all.findIndex(isPlace);
  return start < 0
    ? []
    : all
        .slice(start)
        .filter((word) => !isPlace(word))
        .map(canonicalModuleName);
}

const isPlace = (word: string): boolean => word === 'pre:' || word === 'post:';

/** The first two words, and all that follows the second. */
function words(line: string): (string | undefined)[] {
  const match = /^[ \t]*([^ \t]+)(?:[ \t]+([^ \t]+))?(?:[ \t]+([^]*))?$/.exec(line);
  return [match?.[1], match?.[2], match?.[3] === '' ? undefined : match?.[3]];
}

/** Dashes become underscores except in brackets, where they are ranges; a bracket that is not closed is none. */
function canonicalPattern(pattern: string): string {
  const afterBrackets = pattern.lastIndexOf(']') + 1;
  // In front of the last bracket that closes, each one that opens is closed.
  const canonical = pattern.slice(0, afterBrackets).replaceAll(/\[[^\]]*\]|-/g, (part) => (part === '-' ? '_' : part));
  return canonical + canonicalModuleName(pattern.slice(afterBrackets));
}

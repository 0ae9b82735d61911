import type { RuleCommand } from '@calico-readiness/requirements';
import { parseShellCommands } from '../../parsers/shell-commands';

/** Programs that start another one, given behind their own options and assignments: `env A=b iptables …`. */
const wrappers = new Set(['env', 'nice', 'ionice', 'nohup', 'setsid', 'sudo', 'busybox', 'toybox', 'chronic']);
/** iptables' own, which take the program's name as the first word (xtables-nft(8), xtables-legacy(8)). */
const multiPrograms = /^xtables(?:-(?:nft|legacy))?-multi$/;
const shells = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh']);
/** A shell within a shell within a shell: nobody goes deeper. */
const mostShells = 3;

/**
 * The program by which a command loads packet-filter rules, also as `sh -c` would run it; undefined for one that does
 * not. What a script does that is a file of its own is not looked at.
 */
export function ruleCommandOf(command: readonly string[], depth = 0): RuleCommand | undefined {
  const [program = '', ...options] = withoutWrappers(command);
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (!shells.has(name)) return loadingProgram(name, options);
  const script = scriptOf(options);
  if (script === undefined || depth >= mostShells) return undefined;
  for (const inner of parseShellCommands(script)) {
    const found = ruleCommandOf(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutWrappers(command: readonly string[]): readonly string[] {
  let at = 0;
  const nameAt = (index: number): string => (command[index] ?? '').replace(/^.*\//s, '');
  while (at < command.length && (wrappers.has(nameAt(at)) || multiPrograms.test(nameAt(at)))) {
    at += 1;
    while (at < command.length && /^(?:-|[A-Za-z_]\w*=)/.test(command[at] ?? '')) at += 1;
  }
  return command.slice(at);
}

/** What stands behind `-c`, or behind options in one word of which it is one: `-ec`, `-xc`. */
function scriptOf(options: readonly string[]): string | undefined {
  const index = options.findIndex(
    (option) => !/^[-+]/.test(option) || (/^-[A-Za-z]*$/.test(option) && option.includes('c')),
  );
  if (index < 0 || !/^-/.test(options[index] ?? '')) return undefined;
  // `bash -c -e 'script'`: options may stand between.
  return options.slice(index + 1).find((option) => !/^[-+]/.test(option));
}

function loadingProgram(name: string, options: readonly string[]): RuleCommand | undefined {
  const family = /^(ip6?tables)(?:-(?:legacy|nft))?(-restore)?$/.exec(name);
  if (family !== null) {
    const plain = family[1] === 'ip6tables' ? 'ip6tables' : 'iptables';
    if (family[2] !== undefined) return onlyLooks(options, restoreTests) ? undefined : `${plain}-restore`;
    return dropsOrRejects(options) ? plain : undefined;
  }
  if (name === 'nft') return nftLoads(options) ? 'nft' : undefined;
  return name === 'ipset' && options.some((option) => ['restore', '-R', '--restore'].includes(option))
    ? 'ipset'
    : undefined;
}

const restoreTests = /^(?:-[A-Za-z]*[thV]|--(?:test|help|version))$/;
const nftChecks = /^(?:-[A-Za-z]*[chvV]|--(?:check|help|version))/;

const onlyLooks = (options: readonly string[], looks: RegExp): boolean => options.some((option) => looks.test(option));

/**
 * A rule that is appended, inserted or put in place of another, with the target DROP or REJECT, or such a policy
 * (iptables(8)). A policy ACCEPT, as units of the kubelet set, takes nothing from Calico.
 */
function dropsOrRejects(options: readonly string[]): boolean {
  const has = (form: RegExp): number => options.findIndex((option) => form.test(option));
  const policy = has(/^(?:-P|--policy)$/);
  if (policy >= 0) return options[policy + 2] === 'DROP';
  if (has(/^(?:-[AIR].*|--(?:append|insert|replace))$/) < 0) return false;
  return options.some((option, index) => {
    const target = /^(?:-j|--jump|-g|--goto)$/.test(option)
      ? options[index + 1]
      : /^(?:-j|--jump=|--goto=)(.+)$/.exec(option)?.[1];
    return target === 'DROP' || target === 'REJECT';
  });
}

/** A file of rules, or a rule or chain that drops or rejects on the command line itself (nft(8)). */
function nftLoads(options: readonly string[]): boolean {
  if (onlyLooks(options, nftChecks)) return false;
  if (onlyLooks(options, /^(?:-[A-Za-z]*f|--file(?:=|$))/)) return true;
  const words = options.flatMap((option) => option.split(/[\s;{}]+/));
  return (
    words.some((word) => ['add', 'insert', 'create', 'replace'].includes(word)) &&
    words.some((word) => word === 'drop' || word === 'reject')
  );
}

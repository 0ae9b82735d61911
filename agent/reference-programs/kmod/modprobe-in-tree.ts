import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { referenceProgramEnvironment, pathOfProgram, runReferenceProgram } from '../reference-programs';

/** A call of modprobe: for a name or an alias, with or without the host's modprobe.d and kernel command line. */
export interface ModprobeRequest {
  readonly name: string;
  readonly configuration: 'host' | 'none';
  /** `-b`: a blacklist counts for names, too. */
  readonly blacklistForNames?: boolean;
}

/** A line of `modprobe --show-depends` (modprobe(8)); a path is the host's, without its leading slash. */
export type ModprobeStep =
  | { readonly kind: 'insmod'; readonly path: string }
  | { readonly kind: 'install'; readonly command: string }
  | { readonly kind: 'builtin'; readonly name: string };

/** Where the program and its libraries stand inside a tree, so that they hide none of its files. */
const insideTree = '.reference-programs';

/** Copies modprobe, a shell and their libraries to a directory next to the trees, which then share them. */
export function modprobeKit(parent: string): string {
  const kit = mkdtempSync(join(parent, 'kit-'));
  for (const [program, name] of [
    ['modprobe', 'modprobe'],
    ['sh', 'sh'],
  ] as const) {
    const path = realpathSync(pathOfProgram(program) ?? '');
    cpSync(path, join(kit, name), { dereference: true });
    for (const library of librariesOf(path)) {
      const isLoader = /\/ld-[^/]*$/.test(library);
      const copy = join(kit, isLoader ? 'loader' : basename(library));
      if (!existsSync(copy)) cpSync(realpathSync(library), copy);
    }
  }
  return kit;
}

function librariesOf(program: string): readonly string[] {
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8', env: referenceProgramEnvironment() });
  return [...stdout.matchAll(/(\/\S+) \(0x/g)].map((match) => match[1] ?? '');
}

/**
 * Runs modprobe with the tree as its root directory, once for each request; an empty list says that nothing would
 * be loaded. The tree's proc/cmdline is emptied for the requests without configuration, since no option turns it off.
 */
export function askModprobe(
  tree: string,
  kit: string,
  release: string,
  requests: readonly ModprobeRequest[],
): readonly (readonly ModprobeStep[])[] {
  const directory = join(tree, insideTree);
  mkdirSync(join(directory, 'nothing'), { recursive: true });
  for (const file of readdirSync(kit)) linkSync(join(kit, file), join(directory, file));
  const program = (name: string): string =>
    `/${insideTree}/loader --library-path /${insideTree} /${insideTree}/${name}`;
  const script = requests.map(({ name, configuration, blacklistForNames = false }) => {
    const options = [
      `-S ${release}`,
      configuration === 'none' ? `-C /${insideTree}/nothing` : '',
      blacklistForNames ? '-b' : '',
    ];
    const commandLine = configuration === 'none' ? '' : '"$line"';
    return `echo @; echo ${commandLine} >/proc/cmdline; ${program('modprobe')} ${options.join(' ')} -q --show-depends '${name}'`;
  });
  const { output, errors } = runReferenceProgram(
    'chroot',
    [tree, ...program('sh').split(' ')],
    `IFS= read -r line </proc/cmdline\n${script.join('\n')}\n`,
  );
  rmSync(directory, { recursive: true });
  const answers = output.split('@\n').slice(1);
  if (answers.length !== requests.length) throw new Error(`modprobe could not be run in its tree: ${errors}`);
  return answers.map((answer) =>
    answer
      .split('\n')
      .filter((line) => line !== '')
      .map(stepOf),
  );
}

function stepOf(line: string): ModprobeStep {
  const [, keyword, rest] = /^(insmod|install|builtin) (.*)$/.exec(line) ?? [];
  if (rest === undefined) throw new Error(`modprobe printed an unknown line: ${line}`);
  if (keyword === 'insmod') return { kind: 'insmod', path: (rest.split(' ')[0] ?? '').replace(/^\//, '') };
  return keyword === 'install' ? { kind: 'install', command: rest.trim() } : { kind: 'builtin', name: rest.trim() };
}

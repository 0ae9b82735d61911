import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Metafile, Plugin } from 'esbuild';
import { build } from 'esbuild';
import { redirectImports } from './redirect-imports';

type Outputs = Metafile['outputs'];
type Output = Outputs[string];

/** Which chunks are joined. */
export interface JoinedChunks {
  readonly from: string;
  /** `from` itself, when it is left out. */
  readonly target?: string;
  /** Files that stay what they are. */
  readonly apart?: readonly string[];
  /** Stands at the beginning of each file. */
  readonly banner: string;
}

/**
 * Makes one file of `target` and of all chunks that come with the file `from` whenever that is loaded. esbuild makes a chunk
 * for every set of entries that share some code, and each costs Node.js a millisecond to load. Files that import such a
 * chunk import the joined file, in which each name has the number of its chunk in front. What esbuild says of the files
 * is told of the new ones.
 */
export async function joinChunks(
  { outputs, ...meta }: Metafile,
  { from, target = from, apart = [], banner }: JoinedChunks,
): Promise<Metafile> {
  // What begins with an entry is asked for by its own name.
  const chunks = loadedWith(from, outputs).filter(
    (file) => outputs[file]?.entryPoint === undefined && !apart.includes(file),
  );
  const joined = target in outputs ? [target, ...chunks] : chunks;
  const prefix = (file: string): string => (file === target ? '' : `c${String(joined.indexOf(file))}_`);
  const exported = joined.map((file) => {
    const names = (outputs[file]?.exports ?? []).map((name) => `${name} as ${prefix(file)}${name}`);
    return `export {${names.join(', ')}} from ${JSON.stringify(path.resolve(file))};`;
  });
  await build({
    stdin: { contents: exported.join('\n'), resolveDir: process.cwd() },
    outfile: path.resolve(target),
    allowOverwrite: true,
    bundle: true,
    minify: true,
    charset: 'ascii',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: banner },
    legalComments: 'none',
    plugins: [onlyThese(new Set(joined.map((file) => path.resolve(file))))],
    logLevel: 'warning',
  });
  for (const file of chunks) if (file !== target) rmSync(file);
  const others = Object.keys(outputs).filter((file) => file.endsWith('.js') && !joined.includes(file));
  for (const file of others) redirectImports(file, { joined, target, prefix });
  return { ...meta, outputs: withJoined(outputs, joined, target) };
}

/** Everything else stays a file of its own, and what is imported when it is needed, too. */
const onlyThese = (files: ReadonlySet<string>): Plugin => ({
  name: 'only-these-chunks',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{0,2}\// }, ({ path: name, resolveDir, kind }) => {
      const file = path.resolve(resolveDir, name);
      return kind !== 'dynamic-import' && files.has(file) ? { path: file } : { path: name, external: true };
    });
  },
});

function withJoined(outputs: Outputs, joined: readonly string[], target: string): Outputs {
  const place = (file: string): string => (joined.includes(file) ? target : file);
  const parts = joined.map((file) => outputs[file]).filter((part) => part !== undefined);
  const whole: Output = {
    ...(outputs[target] ?? { exports: [] }),
    bytes: readFileSync(target).byteLength,
    inputs: Object.assign({}, ...parts.map(({ inputs }) => inputs)) as Output['inputs'],
    imports: parts.flatMap(({ imports }) => imports).filter((imported) => !joined.includes(imported.path)),
  };
  const others = Object.entries(outputs)
    .filter(([file]) => !joined.includes(file))
    .map(([file, output]): [string, Output] => [
      file,
      { ...output, imports: output.imports.map((each) => ({ ...each, path: place(each.path) })) },
    ]);
  return { ...Object.fromEntries(others), [target]: whole };
}

/** The files that come with a file, by its static imports, and without itself. */
export function loadedWith(file: string, outputs: Outputs): readonly string[] {
  const seen = new Set([file]);
  for (const each of seen)
    for (const imported of outputs[each]?.imports ?? [])
      if (imported.kind === 'import-statement' && imported.path in outputs) seen.add(imported.path);
  return [...seen].slice(1);
}

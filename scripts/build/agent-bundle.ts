import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { build } from 'esbuild';
import { thirdPartyFile, thirdPartyText } from './third-party/third-party-file';

/** What a check must not load before it starts: only the agent command needs it, a host with a message bus, or a module that was not built with its kernel. */
const lazy = [
  'node_modules/@kubernetes/client-node/',
  'node_modules/pino/',
  'node_modules/@homebridge/dbus-native/',
  'node_modules/fzstd/',
  'node_modules/xz-decompress/',
];

/**
 * Bundles the command line into a directory, as `cli.js` with its chunks, and puts the licence texts of what is in them
 * beside it. Resolves to what esbuild says of each file.
 */
export async function bundleAgent(directory: string): Promise<Metafile> {
  rmSync(directory, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: { cli: 'agent/src/main.ts', 'read-for-agent': 'agent/src/host/read-for-agent.ts' },
    outdir: directory,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    // Everything is bundled, so that the program runs where no node_modules are; CommonJS packages in it call require.
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
    },
    legalComments: 'linked',
    metafile: true,
    logLevel: 'warning',
  });
  const entry = Object.keys(metafile.outputs).find((file) => path.basename(file) === 'cli.js') ?? '';
  const early = inputsLoadedBy(entry, metafile).filter((input) => lazy.some((part) => input.includes(part)));
  if (early.length > 0)
    throw new Error(`A check would load ${early.join(', ')} at its start; import it when it is needed.`);
  // esbuild names files from the working directory, which is the repository's root.
  const text = thirdPartyText("Calico Readiness's agent", process.cwd(), inputsIn(metafile));
  writeFileSync(path.join(directory, thirdPartyFile), text);
  return metafile;
}

/** The source files of which something is left in the bundle. */
const inputsIn = ({ outputs }: Metafile): ReadonlySet<string> =>
  new Set(
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([input]) => input),
    ),
  );

/** The source files that come with a file and everything that it imports statically. */
function inputsLoadedBy(file: string, { outputs }: Metafile): string[] {
  const seen = new Set<string>();
  const visit = (path: string): string[] => {
    const output = outputs[path];
    if (output === undefined || seen.has(path)) return [];
    seen.add(path);
    const imported = output.imports
      .filter(({ kind }) => kind === 'import-statement')
      .flatMap((statement) => visit(statement.path));
    return [...Object.keys(output.inputs), ...imported];
  };
  return visit(file);
}

import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions, Metafile } from 'esbuild';
import { build } from 'esbuild';
import { thinClientPlugin } from './kubernetes-client/thin-client-plugin';
import { joinChunks } from './join-chunks';
import { fileOf, inputsIn, refuseHeavyBundle } from './refuse-heavy-bundle';
import { thirdPartyFile, thirdPartyText } from './third-party/third-party-file';

const banner =
  "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);";

/**
 * Bundles the command line into a directory, as `cli.js` with its chunks, and puts the licence texts of what is in them
 * beside it. Resolves to what esbuild says of each file.
 */
export async function bundleAgent(directory: string): Promise<Metafile> {
  rmSync(directory, { recursive: true, force: true });
  const shared: BuildOptions & { readonly metafile: true } = {
    outdir: directory,
    bundle: true,
    // Half of what is kept in memory of a program is its text.
    minify: true,
    // One character beyond ASCII in a file makes V8 keep all of its text in two bytes a character.
    charset: 'ascii',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Everything is bundled, so that the program runs where no node_modules are; CommonJS packages in it call require.
    banner: { js: banner },
    plugins: [thinClientPlugin],
    legalComments: 'linked',
    metafile: true,
    logLevel: 'warning',
  };
  const commands = await build({
    ...shared,
    entryPoints: { cli: 'agent/src/main.ts' },
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  });
  // A process of its own, which has to begin at once: it shares no file with the commands.
  const reader = await build({
    ...shared,
    entryPoints: { 'read-for-agent': 'agent/src/host/remote/read-for-agent.ts' },
  });
  const joined = await joinedAtStart(commands.metafile);
  const metafile = {
    inputs: { ...joined.inputs, ...reader.metafile.inputs },
    outputs: { ...joined.outputs, ...reader.metafile.outputs },
  };
  refuseHeavyBundle(metafile);
  // esbuild names files from the working directory, which is the repository's root.
  const text = thirdPartyText("Calico Readiness's agent", process.cwd(), inputsIn(metafile));
  writeFileSync(path.join(directory, thirdPartyFile), text);
  return metafile;
}

/** With one file for what every command loads, one for what all but `alive` do, and one for what predicts. */
async function joinedAtStart(metafile: Metafile): Promise<Metafile> {
  const main = fileOf('agent/src/main.ts', metafile);
  const start = path.join(path.dirname(main), 'chunks/start.js');
  const begun = await joinChunks(metafile, { from: main, target: start, banner });
  const commandLine = fileOf('agent/src/commands/command-line.ts', begun);
  const commanded = await joinChunks(begun, { from: commandLine, apart: [start], banner });
  const predictions = fileOf('agent/src/prediction/guide-predictions.ts', commanded);
  return joinChunks(commanded, { from: predictions, apart: [start, commandLine], banner });
}

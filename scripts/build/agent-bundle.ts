import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { build } from 'esbuild';
import { thinClientPlugin } from './kubernetes-client/thin-client-plugin';
import { inputsIn, refuseHeavyBundle } from './refuse-heavy-bundle';
import { thirdPartyFile, thirdPartyText } from './third-party/third-party-file';

/**
 * Bundles the command line into a directory, as `cli.js` with its chunks, and puts the licence texts of what is in them
 * beside it. Resolves to what esbuild says of each file.
 */
export async function bundleAgent(directory: string): Promise<Metafile> {
  rmSync(directory, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: { cli: 'agent/src/main.ts', 'read-for-agent': 'agent/src/host/remote/read-for-agent.ts' },
    outdir: directory,
    bundle: true,
    // Half of what is kept in memory of a program is its text.
    minify: true,
    // One character beyond ASCII in a file makes V8 keep all of its text in two bytes a character.
    charset: 'ascii',
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    // Everything is bundled, so that the program runs where no node_modules are; CommonJS packages in it call require.
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
    },
    plugins: [thinClientPlugin],
    legalComments: 'linked',
    metafile: true,
    logLevel: 'warning',
  });
  refuseHeavyBundle(metafile);
  // esbuild names files from the working directory, which is the repository's root.
  const text = thirdPartyText("Calico Readiness's agent", process.cwd(), inputsIn(metafile));
  writeFileSync(path.join(directory, thirdPartyFile), text);
  return metafile;
}

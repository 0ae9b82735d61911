import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { consoleProfiles } from '../../standalone/server/src/settings/console-profile';
import { consoleProfilePlugin } from './standalone/console-profile-plugin';

const root = path.join(import.meta.dirname, '../..');
const standalone = path.join(root, 'standalone');
const output = path.join(standalone, 'dist');

const shared: BuildOptions = { bundle: true, minify: false, logLevel: 'warning', legalComments: 'linked' };

const buildServer = (): Promise<unknown> =>
  build({
    ...shared,
    entryPoints: {
      main: path.join(standalone, 'server/src/main.ts'),
      'flow-peer': path.join(standalone, 'server/src/flow-peers/flow-peer.ts'),
    },
    outdir: output,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // CommonJS packages inside an ES module ask for these.
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module';\nconst require = createRequireForBundle(import.meta.url);",
    },
    external: ['bufferutil', 'utf-8-validate'],
  });

const buildConsole = async (profile: string): Promise<void> => {
  const workspace = path.join(standalone, `console-${profile}`);
  const shell = path.join(standalone, 'shell');
  const outdir = path.join(output, `console-${profile}`);
  await build({
    ...shared,
    entryPoints: { main: path.join(shell, 'start.tsx') },
    outdir,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: {
      '.woff2': 'file',
      '.woff': 'file',
      '.svg': 'file',
      '.png': 'file',
      '.jpg': 'file',
      '.ttf': 'file',
      '.eot': 'file',
    },
    plugins: [consoleProfilePlugin(workspace, shell)],
  });
  for (const file of ['index.html', 'icon.svg']) copyFileSync(path.join(shell, file), path.join(outdir, file));
};

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
await Promise.all([buildServer(), ...consoleProfiles.map(({ name }) => buildConsole(name))]);

import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';

/** One import of one file; `import type` counts like any other. */
export interface Import {
  /** From the root of the repository. */
  readonly from: string;
  /** A file of the repository, or the name of a package; `node` is what comes with Node.js. */
  readonly to: string;
  readonly kind: 'file' | 'package';
  /** The way back, when the imported file leads to the importing one again. */
  readonly circle?: readonly string[];
}

const workspaces: Readonly<Record<string, string>> = {
  '@calico-readiness/requirements': 'requirements/src/index.ts',
  '@calico-readiness/agent': 'agent/src/index.ts',
};

type Dependency = ICruiseResult['modules'][number]['dependencies'][number];

/** Every import in the TypeScript below some folders of a root directory. */
export async function readImports(root: string, folders: readonly string[]): Promise<readonly Import[]> {
  const { output } = await cruise([...folders], {
    baseDir: root,
    tsPreCompilationDeps: true,
    doNotFollow: 'node_modules',
    exclude: '(^|/)dist/|^(agent|requirements)/fixtures/',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.json', '.js'], mainFields: [], exportsFields: [] },
  });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output.slice(0, 200)}`);
  return output.modules
    .filter(({ source }) => /\.tsx?$/.test(source) && !source.includes('node_modules/'))
    .flatMap(({ source, dependencies }) => dependencies.map((dependency) => importOf(source, dependency)));
}

function importOf(from: string, { module, resolved, coreModule, couldNotResolve, cycle }: Dependency): Import {
  const workspace = workspaces[module];
  if (workspace !== undefined) return { from, to: workspace, kind: 'file' };
  if (coreModule) return { from, to: 'node', kind: 'package' };
  if (!module.startsWith('.') || couldNotResolve) return { from, to: packageName(module), kind: 'package' };
  const circle = cycle?.map(({ name }) => name);
  return { from, to: resolved, kind: 'file', ...(circle !== undefined && circle.length > 0 && { circle }) };
}

/** `@scope/name/path` is the package `@scope/name`. */
const packageName = (module: string): string =>
  module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');

import type { Compilation, Compiler, StatsModule } from 'webpack';
import { thirdPartyFile, thirdPartyText } from './third-party-file';

const name = 'ThirdPartyPlugin';

/** Modules of this type are written by webpack itself: its loader of chunks and shared modules. */
const runtime = 'runtime';

/** Has webpack emit the texts of what its chunks contain; a licence that may not ship is an error of the build. */
export class ThirdPartyPlugin {
  readonly #bundle: string;
  readonly #root: string;

  /** @param root - holds node_modules, of which webpack's own package is one. */
  constructor(bundle: string, root: string) {
    this.#bundle = bundle;
    this.#root = root;
  }

  apply({ hooks, webpack }: Compiler): void {
    hooks.thisCompilation.tap(name, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name, stage }, () => {
        try {
          const text = thirdPartyText(this.#bundle, this.#root, modulesIn(compilation));
          compilation.emitAsset(thirdPartyFile, new webpack.sources.RawSource(text));
        } catch (error) {
          compilation.errors.push(new webpack.WebpackError(error instanceof Error ? error.message : String(error)));
        }
      });
    });
  }
}

/** The files of all modules in chunks. One that webpack joined with others stands inside the joined one. */
function modulesIn(compilation: Compilation): ReadonlySet<string> {
  const { modules = [] } = compilation.getStats().toJson({
    all: false,
    modules: true,
    cachedModules: true,
    dependentModules: true,
    runtimeModules: true,
    nestedModules: true,
    modulesSpace: Infinity,
    nestedModulesSpace: Infinity,
  });
  const files = new Set<string>();
  const visit = ({ moduleType, nameForCondition, modules: joined = [] }: StatsModule): void => {
    if (moduleType === runtime) files.add('node_modules/webpack/package.json');
    else if (typeof nameForCondition === 'string') files.add(nameForCondition);
    joined.forEach(visit);
  };
  modules.forEach(visit);
  return files;
}

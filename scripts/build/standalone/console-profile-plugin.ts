import path from 'node:path';
import type { Plugin } from 'esbuild';
import { consoleModuleSource } from './console-modules';

/** Packages of which a page may hold one copy only, whoever imports them: the one that the console's workspace names. */
const singletons =
  /^(react|react-dom|scheduler|react-redux|redux|redux-thunk|react-i18next|i18next|immutable|react-router(-dom|-dom-v5-compat)?|@patternfly\/(patternfly|react-core|react-icons|react-styles|react-tokens|react-topology)|@openshift-console\/dynamic-plugin-sdk|@openshift\/dynamic-plugin-sdk)(\/|$)/;

const resolved = Symbol('resolved');

/** Resolves what the shell imports the way the console of this workspace would. */
export const consoleProfilePlugin = (workspace: string, shell: string): Plugin => ({
  name: 'console-profile',
  setup(build) {
    build.onResolve({ filter: /^@profile\// }, ({ path: specifier, kind, importer }) =>
      build.resolve(path.join(workspace, 'src', specifier.slice('@profile/'.length)), {
        kind,
        importer,
        resolveDir: workspace,
      }),
    );
    build.onResolve({ filter: /^@console\// }, ({ path: specifier }) => ({
      path: specifier,
      namespace: 'console-module',
    }));
    build.onLoad({ filter: /.*/, namespace: 'console-module' }, ({ path: specifier }) => {
      const contents = consoleModuleSource(specifier, path.join(shell, 'sdk'));
      if (contents === undefined)
        return { errors: [{ text: `the SDK requires ${specifier}, for which there is no shim` }] };
      return { contents, loader: 'ts', resolveDir: shell };
    });
    // The whole style sheet is loaded once; components would bring theirs again, and the SDK brings some as SCSS.
    build.onResolve({ filter: /\.s?css$/ }, ({ path: specifier, importer }) =>
      /\.scss$/.test(specifier) || /react-styles|react-core|react-table|react-topology/.test(importer)
        ? { path: specifier, namespace: 'no-style' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'no-style' }, () => ({ contents: '', loader: 'js' }));
    build.onResolve({ filter: singletons }, async ({ path: specifier, kind, importer, pluginData }) => {
      // The compatibility package carries a router 6 of its own beside the console's router 5.
      if (pluginData === resolved || (specifier.startsWith('react-router') && importer.includes('/react-router')))
        return undefined;
      return build.resolve(specifier, { kind, importer, resolveDir: workspace, pluginData: resolved });
    });
  },
});

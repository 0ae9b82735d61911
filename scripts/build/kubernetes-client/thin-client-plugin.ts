import path from 'node:path';
import type { Plugin } from 'esbuild';

const client = '@kubernetes/client-node';
const isOfClient = (file: string): boolean => file.includes(`/node_modules/${client}/`);
/** What takes the place of packages that the client imports, by their names. */
const inPlaceOf: Readonly<Record<string, string>> = {
  'node-fetch': path.join(import.meta.dirname, 'node-fetch.ts'),
  'socks-proxy-agent': path.join(import.meta.dirname, 'socks-proxy-agent.ts'),
};

/**
 * Leaves of the Kubernetes client in a bundle what is used of it. Its package does not say that its modules do nothing
 * but define what they export (https://esbuild.github.io/api/#ignore-annotations, "sideEffects"), so that all of it,
 * generated code for every resource that there is, would come along with the loading of kubeconfigs.
 */
export const thinClientPlugin: Plugin = {
  name: 'thin-kubernetes-client',
  setup(build) {
    build.onResolve({ filter: /./ }, async ({ path: name, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === client || !(name === client || isOfClient(importer))) return undefined;
      const instead = inPlaceOf[name];
      if (instead !== undefined) return { path: instead };
      const resolved = await build.resolve(name, { importer, resolveDir, kind, pluginData: client });
      return isOfClient(resolved.path) ? { ...resolved, sideEffects: false } : resolved;
    });
  },
};

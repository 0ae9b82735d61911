import { PluginStore, type LoadedExtension } from '@openshift/dynamic-plugin-sdk';
import type { Extension } from '../../shell/plugins/extension';
import type { PluginHost } from '../../shell/plugins/plugin-host';
import { sharedScope } from './shared-scope';

type EntryCallback = (pluginName: string, entryModule: unknown) => void;

const asExtension = ({ type, uid, pluginName, properties, flags }: LoadedExtension): Extension => ({
  type,
  uid,
  pluginName,
  properties,
  ...(flags === undefined ? {} : { flags }),
});

/** A bundle built for consoles before 4.22 calls another function, with its version behind its name. */
const acceptOlderBundles = (): void => {
  const callbacks = window as unknown as Record<string, EntryCallback | undefined>;
  callbacks['loadPluginEntry'] = (pluginId, entryModule) =>
    callbacks['__load_plugin_entry__']?.(pluginId.replace(/@[^@]*$/, ''), entryModule);
};

/** Loads plugins with the library that this console uses. */
export const createPluginHost = (): PluginHost => ({
  load: async (manifestUrl) => {
    const store = new PluginStore({
      loaderOptions: { sharedScope, customDependencyResolutions: { '@console/pluginAPI': '4.22.0' } },
    });
    acceptOlderBundles();
    await store.loadPlugin(manifestUrl);
    const [info] = store.getPluginInfo();
    if (info?.status === 'failed') throw info.errorCause ?? new Error(info.errorMessage);
    // The store hides extensions whose flags it does not know to be set; the shell looks at the flags itself.
    const flags = (info?.manifest.extensions ?? []).flatMap((extension) => extension.flags?.required ?? []);
    store.setFeatureFlags(Object.fromEntries(flags.map((flag) => [flag, true])));
    return store.getExtensions().map(asExtension);
  },
});

import type { CodeReference, Extension } from '../../shell/plugins/extension';
import type { PluginHost } from '../../shell/plugins/plugin-host';
import { sharedScope } from './shared-scope';

/** The container that a plugin's entry script hands over. */
interface EntryModule {
  readonly init: (scope: unknown) => void | Promise<void>;
  readonly get: (moduleName: string) => Promise<() => Readonly<Record<string, unknown>>>;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly baseURL: string;
  readonly loadScripts: readonly string[];
  readonly extensions: readonly {
    readonly type: string;
    readonly properties: Readonly<Record<string, unknown>>;
    readonly flags?: Extension['flags'];
  }[];
}

const loadScript = (source: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`the script ${source} could not be loaded`));
    document.head.appendChild(script);
  });

/** Until its callback is called, nobody knows the entry module; consoles before 4.22 offer only this one. */
const loadEntry = async ({ name, version, baseURL, loadScripts }: Manifest): Promise<EntryModule> => {
  let entry: EntryModule | undefined;
  const callbacks = window as unknown as { loadPluginEntry?: (id: string, module: EntryModule) => void };
  callbacks.loadPluginEntry = (id, module) => {
    if (id === `${name}@${version}`) entry = module;
  };
  await Promise.all(loadScripts.map((script) => loadScript(`${baseURL}${script}?cacheBuster=${Date.now()}`)));
  if (entry === undefined) throw new Error(`Failed to load scripts of plugin ${name}: loadPluginEntry was not called`);
  return entry;
};

const isReference = (value: unknown): value is { readonly $codeRef: string } =>
  typeof value === 'object' && value !== null && '$codeRef' in value && typeof value.$codeRef === 'string';

const codeReference = (entry: EntryModule, reference: string): CodeReference => {
  const [moduleName = '', exportName = 'default'] = reference.split('.');
  return async () => {
    const factory = await entry.get(moduleName);
    const module = factory();
    if (!(exportName in module)) throw new Error(`Missing module export '${moduleName}.${exportName}'`);
    return module[exportName];
  };
};

const decode = (entry: EntryModule, value: unknown): unknown => {
  if (isReference(value)) return codeReference(entry, value.$codeRef);
  if (Array.isArray(value)) return value.map((element) => decode(entry, element));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, decode(entry, member)]));
};

/** Loads plugins the way consoles before 4.22 did: one global callback, webpack's container initialised by hand. */
export const createPluginHost = (): PluginHost => ({
  load: async (manifestUrl) => {
    const response = await fetch(manifestUrl);
    if (!response.ok) throw new Error(`${manifestUrl}: ${response.status} ${response.statusText}`);
    const manifest = (await response.json()) as Manifest;
    const entry = await loadEntry(manifest);
    await entry.init(sharedScope);
    return manifest.extensions.map(({ type, properties, flags }, index) => ({
      type,
      uid: `${manifest.name}[${index}]`,
      pluginName: manifest.name,
      properties: decode(entry, properties) as Readonly<Record<string, unknown>>,
      ...(flags === undefined ? {} : { flags }),
    }));
  },
});

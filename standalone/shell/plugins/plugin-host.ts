import type { Extension } from './extension';

/** How a console release loads plugins. */
export interface PluginHost {
  /** Rejects with the reason when the plugin cannot be loaded. */
  readonly load: (manifestUrl: string) => Promise<readonly Extension[]>;
}

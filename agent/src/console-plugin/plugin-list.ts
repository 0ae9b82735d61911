/** What the list of enabled plugins should do: hold ours, or not. */
export type PluginWish = 'enable' | 'disable';

/** One step of a JSON patch (RFC 6902). */
export interface PatchOperation {
  readonly op: 'test' | 'add';
  readonly path: string;
  readonly value: unknown;
}

/** The name of our ConsolePlugin, which the console loads the bundle by (`consolePlugin.name` in package.json). */
export const ourPlugin = 'calico-readiness';

const path = '/spec/plugins';

/**
 * How the Console (`consoles.operator.openshift.io`) has to change, or undefined when it is as wished. The patch names the
 * list as it was read, so that the API refuses it when somebody changed the list in between: the list is atomic, hence
 * whoever writes writes all of it. Others stay, in their order, in which the console loads them; ours comes last. A list
 * that is not there is null for a test of RFC 6902 as the API does it. Throws for a list that is none of names.
 */
export function patchOfPlugins(console: object, wish: PluginWish): readonly PatchOperation[] | undefined {
  const before = pluginsOf(console);
  const listed = before?.includes(ourPlugin) === true;
  if (listed === (wish === 'enable')) return undefined;
  const others = (before ?? []).filter((name) => name !== ourPlugin);
  return [
    { op: 'test', path, value: before ?? null },
    { op: 'add', path, value: wish === 'enable' ? [...others, ourPlugin] : others },
  ];
}

function pluginsOf(console: object): readonly string[] | undefined {
  const { spec } = console as { readonly spec?: unknown };
  const plugins = typeof spec === 'object' && spec !== null && 'plugins' in spec ? spec.plugins : undefined;
  if (plugins === undefined || plugins === null) return undefined;
  if (Array.isArray(plugins) && plugins.every((name) => typeof name === 'string')) return plugins;
  throw new Error('spec.plugins of the Console is no list of names');
}

import { keyFileBoolean } from '../../parsers/key-file-value';
import type { InterfacesLine } from '../../parsers/network-interfaces';
import type { Answer } from '../three-valued';
import type { Configuration } from './merge-configuration';
import { stringList } from './merge-configuration';

/** The interfaces that /etc/network/interfaces and the files that it names give to ifupdown. */
export interface IfupdownInterfaces {
  readonly names: readonly string[];
  /** False where a file could not be read, so that more names may be in it. */
  readonly complete: boolean;
  /** Whether the daemon loads the plugin when no file lists any, as one that was built with it does; null where nothing shows it. */
  readonly byDefault: Answer;
}

/** What a host without the file has. */
export const noIfupdownInterfaces: IfupdownInterfaces = { names: [], complete: true, byDefault: null };

/**
 * Whether the plugin takes interfaces from NetworkManager: `plugins` of [main] has to name it, as Debian's and Ubuntu's
 * NetworkManager.conf does, and `managed` of [ifupdown] must not be true (NetworkManager.conf(5), "IFUPDOWN SECTION").
 * Without a list of plugins the daemon loads those that it was built with (its source, nm-settings.c).
 */
export function ifupdownTakes(configuration: Configuration, byDefault: Answer): Answer {
  if (keyFileBoolean(configuration.get('ifupdown')?.get('managed') ?? '') === true) return false;
  const plugins = stringList(configuration.get('main')?.get('plugins') ?? '')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return plugins.length === 0 ? byDefault : plugins.includes('ifupdown');
}

/**
 * The names that the plugin takes, given all lines in reading order, those of other files in their places (its source,
 * nms-ifupdown-plugin.c): of `iface` and `mapping` stanzas, but for `lo`; of one whose name begins with `br` the bridge's
 * ports and not itself. `auto` and `allow-hotplug` alone take nothing.
 */
export function namesTakenByIfupdown(lines: readonly InterfacesLine[]): readonly string[] {
  const names = new Set<string>();
  let bridge = false;
  for (const line of lines) {
    if (line.kind === 'stanza') {
      bridge = line.type === 'iface' && line.name.startsWith('br');
      if (line.type !== 'other' && !bridge && !(line.type === 'iface' && line.name === 'lo')) names.add(line.name);
    }
    if (line.kind !== 'bridge-ports' || !bridge) continue;
    for (const port of portsOf(line.ports)) names.add(port);
    // The plugin looks at the first such line of a stanza only.
    bridge = false;
  }
  return [...names];
}

/** Patterns between `regex` and `noregex` are passed over. */
function portsOf(words: readonly string[]): readonly string[] {
  const ports: string[] = [];
  let within = 0;
  for (const word of words) {
    if (word === 'regex') within += 1;
    else if (word === 'noregex') within -= 1;
    else if (within === 0 && word !== 'all' && word !== 'none') ports.push(word);
  }
  return ports;
}

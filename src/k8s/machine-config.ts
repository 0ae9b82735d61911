import { textOfDataUrl } from '@calico-readiness/requirements';
import type { K8sResourceCommon } from '../console/watch-list';
import { asBoolean, asList, asRecord, asText } from './untyped';

/** A MachineConfig as the API gives it; what is in its specification is read with `readIgnition`. */
export interface MachineConfigResource extends K8sResourceCommon {
  readonly spec?: object;
}

/** What a MachineConfig sets, as far as another one could set it as well. */
export interface ReadIgnition {
  /** By path; undefined where the text is compressed or comes from elsewhere. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Paths of directories and links, which take the place of a file. */
  readonly otherPaths: ReadonlySet<string>;
  /** By name; undefined where nothing is said about the mask. */
  readonly masks: ReadonlyMap<string, boolean | undefined>;
}

const memory = new WeakMap<object, ReadIgnition>();

/** Reads the Ignition configuration of a MachineConfig, of whatever version. Remembered per object. */
export function readIgnition(object: MachineConfigResource): ReadIgnition {
  const known = memory.get(object);
  if (known !== undefined) return known;
  const config = asRecord(asRecord(object.spec)['config']);
  const storage = asRecord(config['storage']);
  const named = (list: unknown, key: string) =>
    asList(list)
      .map(asRecord)
      .flatMap((entry) => {
        const name = asText(entry[key]);
        return name === undefined ? [] : [{ name, entry }];
      });
  const ignition: ReadIgnition = {
    files: new Map(named(storage['files'], 'path').map(({ name, entry }) => [name, fileText(entry)])),
    otherPaths: new Set(
      [...named(storage['links'], 'path'), ...named(storage['directories'], 'path')].map(({ name }) => name),
    ),
    masks: new Map(
      named(asRecord(config['systemd'])['units'], 'name').map(({ name, entry }) => [name, asBoolean(entry['mask'])]),
    ),
  };
  memory.set(object, ignition);
  return ignition;
}

function fileText(file: Readonly<Record<string, unknown>>): string | undefined {
  const contents = asRecord(file['contents']);
  if (asText(contents['compression']) !== undefined) return undefined;
  const { source } = contents;
  if (typeof source !== 'string') return undefined;
  const base64 = /^data:[^,]*;base64,/.exec(source);
  if (base64 !== null) return fromBase64(source.slice(base64[0].length));
  return textOfDataUrl(source.replace(/^data:[^,]*,/, 'data:,'));
}

function fromBase64(encoded: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(decodeURIComponent(encoded)), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

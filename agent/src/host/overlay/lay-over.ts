import type { FileSystem } from '../file-system';
import { kind, readLink } from '../host-operations';
import type { MountTable } from '../mount-table';
import { readBytes } from '../read-file';
import { RemotePathError } from '../remote-path';
import { disableUnit, enableUnit } from './enabled-units';
import type { LaidChange, RefusedChange } from './laid-change';
import { administratorUnits } from './laid-change';
import type { Layers } from './layers';
import { layersOver } from './layers';
import { OverlayFileSystem } from './overlay-file-system';

/** A host with a change laid over it. */
export interface LaidOver {
  readonly fileSystem: FileSystem;
  /** Steps that could not be done there. */
  readonly refused: readonly RefusedChange[];
}

/** Lays the steps of a change over the host at `root`, one after the other, in memory. Links of the host on the way to a path are followed. Throws HostRootError. */
export function layOver(root: string, below: FileSystem, mounts: MountTable, changes: readonly LaidChange[]): LaidOver {
  const fileSystem = new OverlayFileSystem(below);
  const layers = layersOver(root, fileSystem, mounts);
  const refused: RefusedChange[] = [];
  for (const change of changes) {
    const why = refusalOf(() => lay(layers, change));
    if (why !== undefined) refused.push({ what: 'path' in change ? `/${change.path}` : change.unit, why });
  }
  return { fileSystem, refused };
}

function refusalOf(step: () => string | undefined): string | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof RemotePathError) return 'is on a file system of another machine';
    throw error;
  }
}

function lay(layers: Layers, change: LaidChange): string | undefined {
  switch (change.kind) {
    case 'file':
      return layers.put(change.path, { type: 'file', content: change.content, executable: change.executable });
    case 'append':
      return append(layers, change.path, change.bytes);
    case 'link':
      return layers.put(change.path, { type: 'symbolic-link', target: change.target });
    case 'directory': {
      const there = kind(layers.host(), change.path);
      if (there.status === 'observed' && there.value === 'directory') return undefined;
      return layers.put(change.path, { type: 'directory' });
    }
    case 'unmask':
      return unmask(layers, `${administratorUnits}/${change.unit}`);
    case 'enable':
      return enableUnit(layers, change.unit);
    case 'disable':
      return disableUnit(layers, change.unit);
    default:
      return change satisfies never;
  }
}

function append(layers: Layers, path: string, bytes: Uint8Array): string | undefined {
  const host = layers.host();
  const before = readBytes(host, path);
  if (before.status === 'unavailable' && before.reason !== 'not-found') return `cannot be read: ${before.reason}`;
  const whole = Buffer.concat([before.status === 'observed' ? before.value : new Uint8Array(), bytes]);
  return layers.put(path, { type: 'file', content: { bytes: whole }, executable: false });
}

function unmask(layers: Layers, path: string): string | undefined {
  const link = readLink(layers.host(), path);
  if (link.status === 'observed') return link.value === '/dev/null' ? layers.put(path, { type: 'gone' }) : undefined;
  const content = readBytes(layers.host(), path, 0);
  return content.status === 'observed' ? layers.put(path, { type: 'gone' }) : undefined;
}

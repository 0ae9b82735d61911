import type { PathStatus } from '../path-status';
import { checkedRoot } from '../host-root';
import { nodeFileSystem } from '../file-system';
import { join } from '../seen-paths';
import { unavailableBecauseOf } from '../system-error';
import type { LaidChange, RefusedChange } from './laid-change';

/** Entries of a tree that is laid over a host, and how deep it may be. */
const mostEntries = 20_000;
const deepest = 64;

/** What a tree on this machine lays over a host. */
export interface OverlayTree {
  readonly steps: readonly LaidChange[];
  readonly refused: readonly RefusedChange[];
}

/**
 * A directory of this machine as a part of a host's root tree: its files, links and directories. None of its links is
 * followed. `too-large` when it has more than 20,000 entries. Throws HostRootError when it is no directory.
 */
export function overlayTree(directory: string): OverlayTree | 'too-large' {
  const root = checkedRoot(directory);
  const steps: LaidChange[] = [];
  const refused: RefusedChange[] = [];
  const pending: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, depth } = next;
    const entries = attempt(() => nodeFileSystem.readdir(placeOf(root, path), mostEntries));
    if (entries === 'too-many') return 'too-large';
    if (!Array.isArray(entries)) {
      refused.push({ what: `/${path}`, why: `cannot be read: ${String(entries)}` });
      continue;
    }
    if (depth >= deepest || steps.length + refused.length + pending.length + entries.length > mostEntries)
      return 'too-large';
    for (const { name } of entries) {
      const below = path === '' ? name : `${path}/${name}`;
      const status = attempt(() => nodeFileSystem.lstat(placeOf(root, below)));
      if (typeof status === 'string' || status === undefined)
        refused.push({ what: `/${below}`, why: `cannot be read: ${status ?? 'not-found'}` });
      else if (status.type === 'directory') {
        steps.push({ kind: 'directory', path: below });
        pending.push({ path: below, depth: depth + 1 });
      } else {
        const step = stepOf(placeOf(root, below), below, status);
        if (step.outcome === 'laid') steps.push(step.step);
        else refused.push(step.refused);
      }
    }
  }
  return { steps, refused };
}

type Step =
  | { readonly outcome: 'laid'; readonly step: LaidChange }
  | { readonly outcome: 'refused'; readonly refused: RefusedChange };

function stepOf(place: string, path: string, { type, size, executable }: PathStatus): Step {
  if (type === 'file') {
    const content = { open: () => nodeFileSystem.open(place), size };
    return { outcome: 'laid', step: { kind: 'file', path, content, executable: executable === true } };
  }
  const target = type === 'symbolic-link' ? attempt(() => ({ link: nodeFileSystem.readlink(place) })) : undefined;
  if (typeof target === 'object') return { outcome: 'laid', step: { kind: 'link', path, target: target.link } };
  return { outcome: 'refused', refused: { what: `/${path}`, why: target ?? `is a ${type.replace('-', ' ')}` } };
}

const placeOf = (root: string, path: string): string => (path === '' ? root : join(root, path));

/** What the system calls give, or the reason why they do not. */
function attempt<T>(look: () => T): T | string {
  try {
    return look();
  } catch (error) {
    return unavailableBecauseOf(error, '').reason;
  }
}

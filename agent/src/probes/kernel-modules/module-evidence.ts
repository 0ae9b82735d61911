import type { ModuleState } from '@calico-readiness/requirements';

/** What keeps a module that is on the disk from being loaded: nothing, or only its being asked for by alias fails, or everything does. */
export type Hindrance = 'none' | 'by-alias' | 'always' | 'unseen';

/** What the host's files show of one module. `unseen` means that the source could not be read. */
export interface ModuleEvidence {
  /** In the running kernel, as a loaded module. */
  readonly loaded: 'yes' | 'no' | 'unseen';
  /** Named by an index of what is in the kernel image. */
  readonly builtIn: 'yes' | 'no' | 'unseen';
  /** The strongest value of the symbols that build it. */
  readonly configured: 'y' | 'm' | 'n' | 'unseen';
  /** Its file, together with those of the modules that it needs. */
  readonly file: 'present' | 'absent' | 'unseen';
  readonly hindrance: Hindrance;
  /** Whether the kernel takes its file: it asks for no signature of it, the signature is absent, or whether that counts is unseen. */
  readonly signature: 'not-asked' | 'absent' | 'unseen';
}

/**
 * The state of one module. What proves presence wins over what doesn't; "missing" needs every source
 * that could prove presence to have been read, and anything less is "unknown".
 */
export function moduleState(evidence: ModuleEvidence): ModuleState {
  if (evidence.loaded === 'yes') return 'loaded';
  if (evidence.builtIn === 'yes') return 'built-in';
  if (evidence.file === 'present') return stateOfLoadable(evidence);
  if (evidence.configured === 'y') return 'built-in';
  // An unread source may hold the proof of presence: a module that is loaded may have lost its file to an update.
  if ([evidence.loaded, evidence.builtIn, evidence.file, evidence.configured].includes('unseen')) return 'unknown';
  return evidence.configured === 'm' ? 'configured-only' : 'missing';
}

function stateOfLoadable({ hindrance, signature }: ModuleEvidence): ModuleState {
  // The kernel refuses it whoever asks; a line in a file is the smaller obstacle.
  if (signature === 'absent') return 'unsigned';
  switch (hindrance) {
    case 'none':
      return signature === 'unseen' ? 'unverified' : 'loadable';
    case 'by-alias':
      // Loading it by its name could yet fail, and for some modules that is all that is asked.
      return signature === 'unseen' ? 'unverified' : 'blacklisted';
    case 'always':
      return 'blocked';
    case 'unseen':
      return 'unknown';
    default:
      return hindrance satisfies never;
  }
}

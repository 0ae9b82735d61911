import { useEffect, useState } from 'react';
import type { ReadinessPolicyObject } from '../../k8s/models';
import { draftOf } from './draft/policy-draft';
import type { PolicyDraft } from './draft/policy-draft';
import { differsFrom, rebasedDraft } from './draft/rebased-draft';
import { sameJson } from './draft/same-json';
import { keptDraft } from './kept-draft';
import type { KeptDraft } from './kept-draft';

export interface DraftOfPolicy extends KeptDraft {
  /** Whether there is something to save. */
  readonly isChanged: boolean;
  /** Whether others have changed the policy since the person began. */
  readonly isOutdated: boolean;
  /** Whether these are changes of an earlier visit. */
  readonly isFromBefore: boolean;
  readonly change: (draft: PolicyDraft) => void;
  /** Puts the changes on top of the policy as it is now. */
  readonly rebase: () => void;
  /** Begins anew with the policy as it is now, or as it was written just now. */
  readonly restart: (policy?: ReadinessPolicyObject) => void;
}

/** Whether the specification is another one; the controller writes the status of the policy every so often. */
function isNewer(latest: ReadinessPolicyObject | undefined, base: ReadinessPolicyObject | undefined): boolean {
  if (sameJson(latest?.spec ?? {}, base?.spec ?? {}) && (latest === undefined) === (base === undefined)) return false;
  const [now, then] = [latest?.metadata?.generation, base?.metadata?.generation];
  // Right after it was written, the watch still shows the former one.
  return now === undefined || then === undefined || now > then || latest?.metadata?.uid !== base?.metadata?.uid;
}

/** What a person makes of the policy. `latest` is the policy as it is now. */
export function usePolicyDraft(latest: ReadinessPolicyObject | undefined): DraftOfPolicy {
  const [isFromBefore, setFromBefore] = useState(() => keptDraft.get() !== undefined);
  const [{ base, draft }, setState] = useState<KeptDraft>(
    () => keptDraft.get() ?? { base: latest, draft: draftOf(latest?.spec) },
  );
  const isChanged = differsFrom(draft, base?.spec);
  const isOutdated = isNewer(latest, base);
  useEffect(() => {
    keptDraft.set(isChanged ? { base, draft } : undefined);
  }, [isChanged, base, draft]);
  useEffect(() => {
    // Nothing is lost where nothing was changed.
    if (isOutdated && !isChanged) setState({ base: latest, draft: draftOf(latest?.spec) });
  }, [isOutdated, isChanged, latest]);
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      // Browsers up to Chrome 118 ask only where this is set.
      event.returnValue = true;
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [isChanged]);
  return {
    // The same specification in a later version: so that a status written meanwhile is no conflict.
    base: isOutdated || base === undefined || !sameJson(latest?.spec ?? {}, base.spec ?? {}) ? base : latest,
    draft,
    isChanged,
    isOutdated,
    isFromBefore: isFromBefore && isChanged,
    change: (next) => {
      setState((before) => ({ ...before, draft: next }));
    },
    rebase: () => {
      setState((before) => ({ base: latest, draft: rebasedDraft(before.draft, before.base?.spec, latest?.spec) }));
    },
    restart: (policy = latest) => {
      setFromBefore(false);
      keptDraft.set(undefined);
      setState({ base: policy, draft: draftOf(policy?.spec) });
    },
  };
}

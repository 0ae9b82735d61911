import { useEffect, useMemo, useState } from 'react';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessPolicyObject } from '../../k8s/models';
import { draftFaults } from './draft/draft-faults';
import { specOf } from './draft/policy-draft';
import type { PolicyDraft } from './draft/policy-draft';
import { faultTexts } from './fault-texts';
import { usePolicyDraft } from './usePolicyDraft';
import { usePolicyWriting } from './usePolicyWriting';
import { usePolicyYaml } from './usePolicyYaml';

/** What a person fills in, as a form or as YAML, what is wrong with it, and how it is saved. */
export function usePolicyForm(policy: ReadinessPolicyObject | undefined) {
  const { message } = useReadinessTranslation();
  const of = usePolicyDraft(policy);
  const writing = usePolicyWriting();
  const [attempts, setAttempts] = useState(0);
  const [now] = useState(() => Date.now());
  const { draft } = of;
  const change = (next: PolicyDraft): void => {
    // What the API said of the second waiver is not about the one that takes its place.
    const isMoved = next.waivers.length !== draft.waivers.length;
    if (writing.state.status === 'written' || isMoved) writing.reset();
    of.change(next);
  };
  const text = usePolicyYaml(change);
  const faults = useMemo(() => draftFaults(draft, now), [draft, now]);
  const isNoPolicy = text.reading !== undefined && !('spec' in text.reading);
  const causes = writing.state.status === 'failed' ? writing.state.causes : [];
  useEffect(() => {
    if (attempts > 0) document.querySelector<HTMLElement>('.calico-readiness__policy [aria-invalid="true"]')?.focus();
  }, [attempts]);
  const beginAnew = (): void => {
    setAttempts(0);
    text.closeYaml();
  };
  return {
    of,
    writing,
    now,
    faults,
    text,
    /** What was typed is no policy: leaving it for the form would lose it. */
    isNoPolicy,
    change,
    ...faultTexts({ draft, faults, causes, isTried: attempts > 0, message }),
    restart: () => {
      writing.reset();
      beginAnew();
      of.restart();
    },
    rebase: () => {
      writing.reset();
      beginAnew();
      of.rebase();
    },
    save: async (): Promise<void> => {
      if (faults.size > 0 || isNoPolicy) {
        setAttempts((count) => count + 1);
        return;
      }
      const written = await writing.save(of.base, specOf(draft));
      if (written === undefined) return;
      beginAnew();
      of.restart(written);
    },
  };
}

export type PolicyFormState = ReturnType<typeof usePolicyForm>;

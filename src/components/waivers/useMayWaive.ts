import { useEffect, useState } from 'react';
import { mayDo } from '../../console/access';
import { readinessPolicyKind } from '../../k8s/models';

/** What waiving takes: changing the policy, or making it where there is none. */
export type WaivingVerb = 'patch' | 'create';

/**
 * Whether the user may; undefined where the API did not say, and then the API decides when it is tried; null until it
 * answered. Null for nothing that there is to ask.
 */
export function useMayWaive(verb: WaivingVerb | null): boolean | undefined | null {
  const [answer, setAnswer] = useState<boolean | undefined | null>(null);
  useEffect(() => {
    if (verb === null) return undefined;
    let stopped = false;
    const { group = '', plural } = readinessPolicyKind;
    void mayDo({ group, resource: plural, verb }).then((allowed) => {
      if (!stopped) setAnswer(allowed);
    });
    return () => {
      stopped = true;
    };
  }, [verb]);
  return answer;
}

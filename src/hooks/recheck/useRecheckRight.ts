import { useEffect, useState } from 'react';
import { mayDo } from '../../console/access';
import { nodeReportKind } from '../../k8s/models';

/** Whether the user may ask for new checks; null until the API answers, undefined when it does not say. */
export function useRecheckRight(): boolean | undefined | null {
  const [allowed, setAllowed] = useState<boolean | undefined | null>(null);
  useEffect(() => {
    let stopped = false;
    const { group = '', plural } = nodeReportKind;
    void mayDo({ group, resource: plural, verb: 'patch' }).then((answer) => {
      if (!stopped) setAllowed(answer);
    });
    return () => {
      stopped = true;
    };
  }, []);
  return allowed;
}

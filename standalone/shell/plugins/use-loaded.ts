import { useEffect, useState } from 'react';
import type { CodeReference } from './extension';

/** What code references lead to, in their order; undefined until all are there. The consoles resolve extensions the same way: all or nothing. */
export const useLoaded = (references: readonly CodeReference[]): readonly unknown[] | undefined => {
  const [loaded, setLoaded] = useState<readonly unknown[]>();
  useEffect(() => {
    let current = true;
    void Promise.all(references.map((reference) => reference())).then((values) => current && setLoaded(values));
    return () => {
      current = false;
    };
  }, [references]);
  return loaded;
};

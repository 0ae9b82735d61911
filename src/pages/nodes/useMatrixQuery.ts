import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from '../../console/router';
import { rememberColumns, rememberedColumns } from './columns/remembered-columns';
import { readQuery, writeQuery } from './matrix-query';
import type { MatrixQuery } from './matrix-query';
import { withSameParts } from './same-parts';

/**
 * The state of the matrix, kept in the address so that it can be sent to somebody else. Columns are remembered as
 * well when a person changes them; the address wins.
 */
export function useMatrixQuery(): [MatrixQuery, (change: Partial<MatrixQuery>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const [remembered, setRemembered] = useState(rememberedColumns);
  const former = useRef<MatrixQuery>();
  // Who opens a cell changes the address, and neither filters nor columns.
  const query = useMemo(
    () => withSameParts(former.current, readQuery(parameters, remembered)),
    [parameters, remembered],
  );
  useEffect(() => {
    former.current = query;
  }, [query]);
  const update = useCallback(
    (change: Partial<MatrixQuery>) => {
      const next = { ...query, ...change };
      const changesColumns = change.expanded !== undefined || change.hidden !== undefined;
      const columns = changesColumns ? { expanded: next.expanded, hidden: next.hidden } : remembered;
      if (changesColumns) {
        rememberColumns(columns);
        setRemembered(columns);
      }
      setParameters(writeQuery(next, parameters, columns), {
        // Who goes to another view comes back from it as from a page.
        replace: change.compare === undefined,
      });
    },
    [query, parameters, remembered, setParameters],
  );
  return [query, update];
}

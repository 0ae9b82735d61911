import { useCallback, useMemo } from 'react';
import { useSearchParams } from '../../console/router';
import { readQuery, writeQuery } from './matrix-query';
import type { MatrixQuery } from './matrix-query';

/** The state of the matrix, kept in the address so that it can be sent to somebody else. */
export function useMatrixQuery(): [MatrixQuery, (change: Partial<MatrixQuery>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => readQuery(parameters), [parameters]);
  const update = useCallback(
    (change: Partial<MatrixQuery>) => {
      setParameters(writeQuery({ ...query, ...change }, parameters), { replace: true });
    },
    [query, parameters, setParameters],
  );
  return [query, update];
}

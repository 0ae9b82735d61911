import { Pagination } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { pageSizes } from './matrix-query';
import type { MatrixView } from './useMatrixView';

/** The pages of the matrix; other rows on a page begin with the first page again. */
export const MatrixPagination = ({ view: { rows, query, update } }: { view: MatrixView }) => {
  const { number } = useReadinessTranslation();
  return (
    <Pagination
      variant="bottom"
      isCompact
      itemCount={rows.length}
      page={query.page}
      perPage={query.perPage}
      perPageOptions={pageSizes.map((value) => ({ title: number(value), value }))}
      onSetPage={(_event, page) => {
        update({ page });
      }}
      onPerPageSelect={(_event, perPage) => {
        update({ perPage, page: 1 });
      }}
    />
  );
};

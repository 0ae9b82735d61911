import { Pagination } from '@patternfly/react-core';
import { paginationTitles } from '../../components/labelled/patternfly-words';
import { sentenceWith } from '../../components/sentence-with';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { pageSizes } from './matrix-query';
import type { MatrixView } from './useMatrixView';

/** The pages of the matrix, of nodes or of groups; other rows on a page begin with the first page again. */
export const MatrixPagination = ({ view: { itemCount, query, update } }: { view: MatrixView }) => {
  const { t, number } = useReadinessTranslation();
  return (
    <Pagination
      variant="bottom"
      isCompact
      itemCount={itemCount}
      page={query.page}
      perPage={query.perPage}
      titles={paginationTitles(t)}
      toggleTemplate={({ firstIndex = 0, lastIndex = 0, itemCount = 0 }) => (
        <>
          {sentenceWith(
            { range: <b>{`${number(firstIndex)} - ${number(lastIndex)}`}</b>, number: <b>{number(itemCount)}</b> },
            // The rows of this page among those of all pages, as in "51 - 100 of 240".
            (places) => t('{{range}} of {{number}}', places),
          )}
        </>
      )}
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

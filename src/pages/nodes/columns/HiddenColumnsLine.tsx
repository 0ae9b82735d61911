import { Button } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { MatrixView } from '../useMatrixView';

/** How many columns a person has hidden: what is not shown is never hidden in silence. */
export const HiddenColumnsLine = ({ view: { chapters, query, update } }: { view: MatrixView }) => {
  const { t, number } = useReadinessTranslation();
  const hidden = chapters
    .flatMap(({ columns }) => columns)
    .filter(({ id, applicable }) => query.hidden.includes(id) && (applicable || query.showNotApplicable)).length;
  if (hidden === 0) return null;
  return (
    <div className="calico-readiness__quiet">
      {t('{{number}} columns hidden.', { count: hidden, number: number(hidden) })}{' '}
      <Button
        variant="link"
        isInline
        onClick={() => {
          update({ hidden: [] });
        }}
      >
        {t('Show all columns')}
      </Button>
    </div>
  );
};

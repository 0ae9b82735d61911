import { useEffect, useState } from 'react';
import { Button } from '@patternfly/react-core';
import { countSignatures } from '../../../fleet/groups/finding-signature';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { MatrixView } from '../useMatrixView';

/** With fewer nodes than this, nothing is proposed. */
const manyNodes = 50;

/** How many groups there are; while many nodes stand alone that have the same findings, the offer to fold them. */
export const GroupsLine = ({ view: { groups, rows, update } }: { view: MatrixView }) => {
  const { t, number } = useReadinessTranslation();
  const isLarge = groups === null && rows.length >= manyNodes;
  const [foldable, setFoldable] = useState<number | null>(null);
  useEffect(() => {
    if (!isLarge) return undefined;
    // Not in the task that draws the complete matrix: thousands of rows are read for it.
    const timer = window.setTimeout(() => {
      setFoldable(countSignatures(rows));
    }, 300);
    return () => {
      window.clearTimeout(timer);
    };
  }, [isLarge, rows]);
  if (groups !== null) return <>, {t('{{number}} groups', { count: groups.length, number: number(groups.length) })}</>;
  if (!isLarge || foldable === null || foldable > rows.length / 2) return null;
  return (
    <span className="calico-readiness__screen-only">
      {' · '}
      <Button
        variant="link"
        isInline
        onClick={() => {
          update({ grouping: 'findings', openGroups: [], page: 1 });
        }}
      >
        {t('Fold nodes with the same findings into {{number}} rows', { count: foldable, number: number(foldable) })}
      </Button>
    </span>
  );
};

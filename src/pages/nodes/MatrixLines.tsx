import { useMemo } from 'react';
import { Button } from '@patternfly/react-core';
import type { Loading } from '../../components/FleetGate';
import { Legend } from '../../components/Legend';
import { LoadingLine } from '../../components/LoadingLine';
import { notApplicableSentence } from '../../components/not-applicable-sentence';
import type { Fleet } from '../../fleet/build-fleet';
import type { ColumnChapter } from '../../fleet/columns';
import { notApplicableColumns } from '../../fleet/not-applicable';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface MatrixLinesProps {
  readonly fleet: Fleet;
  readonly chapters: readonly ColumnChapter[];
  readonly loading: Loading;
  /** How many nodes the filters let through. */
  readonly shownNodes: number;
  readonly showsNotApplicable: boolean;
  readonly onShowNotApplicable: (show: boolean) => void;
}

/** What stands between filters and matrix: how many nodes, what is hidden, what the symbols mean. */
export const MatrixLines = ({ fleet, chapters, loading, shownNodes, showsNotApplicable, onShowNotApplicable }: MatrixLinesProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const notApplicable = useMemo(() => notApplicableColumns(fleet, chapters), [fleet, chapters]);
  const total = fleet.rows.length;
  return (
    <div className="calico-readiness__matrix-lines">
      <div>
        {loading === null ? (
          <span role="status">
            {t('{{some}} of {{number}} nodes', { some: number(shownNodes), count: total, number: number(total) })}
          </span>
        ) : (
          <LoadingLine progress={loading.progress} />
        )}
        {loading === null && notApplicable.length > 0 && (
          <div className="calico-readiness__quiet">
            {notApplicableSentence(translation, notApplicable)}{' '}
            <Button
              variant="link"
              isInline
              onClick={() => {
                onShowNotApplicable(!showsNotApplicable);
              }}
            >
              {showsNotApplicable ? t('Hide them') : t('Show them')}
            </Button>
          </div>
        )}
      </div>
      <Legend symbols={['Pass', 'Warn', 'Fail', 'Unknown', 'NotApplicable', 'Stale', 'NoReport']} />
    </div>
  );
};

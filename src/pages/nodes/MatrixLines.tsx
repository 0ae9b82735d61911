import { useMemo } from 'react';
import { Button, Switch } from '@patternfly/react-core';
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
  /** In a what-if: how many nodes it would change. */
  readonly changedNodes: number | undefined;
  readonly onlyChanged: boolean;
  readonly onOnlyChanged: (onlyChanged: boolean) => void;
  readonly showsNotApplicable: boolean;
  readonly onShowNotApplicable: (show: boolean) => void;
}

/** What stands between filters and matrix: how many nodes, what is hidden, what the symbols mean. */
export const MatrixLines = (properties: MatrixLinesProps) => {
  const { fleet, chapters, loading, shownNodes, changedNodes, showsNotApplicable, onShowNotApplicable } = properties;
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
        {loading === null && changedNodes !== undefined && (
          <>
            , {t('{{number}} with changes', { number: number(changedNodes) })}{' '}
            <Switch
              label={t('Only changed')}
              isChecked={properties.onlyChanged}
              onChange={(_event, checked) => {
                properties.onOnlyChanged(checked);
              }}
            />
          </>
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

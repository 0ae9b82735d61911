import { useMemo } from 'react';
import { Button, Switch } from '@patternfly/react-core';
import type { Loading } from '../../components/states/FleetGate';
import { Legend } from '../../components/verdicts/Legend';
import { listOf } from '../../components/sentence-with';
import { LoadingLine } from '../../components/states/LoadingLine';
import { notApplicableSentence } from '../../components/not-applicable-sentence';
import type { Fleet } from '../../fleet/build-fleet';
import { notApplicableColumns } from '../../fleet/not-applicable';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { HiddenColumnsLine } from './columns/HiddenColumnsLine';
import { GroupsLine } from './groups/GroupsLine';
import type { MatrixView } from './useMatrixView';

interface MatrixLinesProps {
  readonly fleet: Fleet;
  readonly view: MatrixView;
  readonly loading: Loading;
  /** In a what-if: how many nodes it would change. */
  readonly changedNodes: number | undefined;
}

const symbols = ['Pass', 'Warn', 'Fail', 'Unknown', 'NotApplicable', 'Stale', 'NoReport'] as const;

/** What stands between filters and matrix: how many nodes, what is hidden, what the symbols mean. */
export const MatrixLines = ({ fleet, view, loading, changedNodes }: MatrixLinesProps) => {
  const translation = useReadinessTranslation();
  const { t, number, language } = translation;
  const { query, update, chapters, rows } = view;
  const notApplicable = useMemo(() => notApplicableColumns(fleet, chapters), [fleet, chapters]);
  const total = fleet.rows.length;
  const hasWaived = useMemo(() => fleet.rows.some(({ waived }) => waived !== undefined), [fleet]);
  return (
    <div className="calico-readiness__matrix-lines">
      <div>
        {loading === null ? (
          listOf(language, [
            <span key="some" role="status">
              {t('{{some}} of {{number}} nodes', { some: number(rows.length), count: total, number: number(total) })}
            </span>,
            ...(changedNodes === undefined ? [] : [t('{{number}} with changes', { number: number(changedNodes) })]),
          ])
        ) : (
          <LoadingLine progress={loading.progress} />
        )}
        {loading === null && <GroupsLine view={view} />}
        {loading === null && changedNodes !== undefined && (
          <>
            {' '}
            <Switch
              label={t('Only changed')}
              isChecked={query.onlyChanged}
              onChange={(_event, onlyChanged) => {
                update({ onlyChanged, page: 1 });
              }}
            />
          </>
        )}
        <HiddenColumnsLine view={view} />
        {loading === null && notApplicable.length > 0 && (
          <div className="calico-readiness__quiet">
            {notApplicableSentence(translation, notApplicable)}{' '}
            <Button
              variant="link"
              isInline
              className="calico-readiness__screen-only"
              onClick={() => {
                update({ showNotApplicable: !query.showNotApplicable });
              }}
            >
              {query.showNotApplicable ? t('Hide them') : t('Show them')}
            </Button>
          </div>
        )}
      </div>
      <Legend symbols={hasWaived ? [...symbols, 'Waived'] : symbols} />
    </div>
  );
};

import { useMemo } from 'react';
import { Switch } from '@patternfly/react-core';
import { NotApplicableList } from '../../components/NotApplicableList';
import { useSearchParams } from '../../console/router';
import type { Fleet } from '../../fleet/build-fleet';
import { columnsOf } from '../../fleet/columns';
import type { ReportedRow } from '../../fleet/node-row';
import { notApplicableColumns } from '../../fleet/not-applicable';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { chapterFindings } from './chapter-findings';
import { FindingsTable } from './FindingsTable';
import { readTabQuery, writeTabQuery } from './tab-query';
import type { TabQuery } from './tab-query';

/** Every requirement on this node, by chapter. */
export const NodeFindings = ({ fleet, row }: { fleet: Fleet; row: ReportedRow }) => {
  const { t } = useReadinessTranslation();
  const [parameters, setParameters] = useSearchParams();
  const query = readTabQuery(parameters);
  const change = (part: Partial<TabQuery>) => {
    setParameters(writeTabQuery({ ...query, ...part }, parameters), { replace: true });
  };
  const { chapters, notApplicable } = useMemo(() => {
    const columns = columnsOf(fleet);
    return {
      chapters: chapterFindings(columns, row.report, row.waived),
      notApplicable: notApplicableColumns(fleet, columns),
    };
  }, [fleet, row.report, row.waived]);
  const shown = query.onlyUnmet ? chapters.filter(({ unmet }) => unmet.length > 0) : chapters;
  return (
    <>
      <Switch
        id="calico-readiness-only-unmet"
        label={t('Show only unmet requirements')}
        isChecked={query.onlyUnmet}
        onChange={(_event, onlyUnmet) => {
          change({ onlyUnmet });
        }}
      />
      {notApplicable.length > 0 && (
        <NotApplicableList
          columns={notApplicable}
          isExpanded={query.showNotApplicable}
          onToggle={(showNotApplicable) => {
            change({ showNotApplicable });
          }}
        />
      )}
      {shown.length === 0 ? (
        <p>{t('Everything that applies to this node passes.')}</p>
      ) : (
        <FindingsTable chapters={shown} stale={row.verdict === 'Stale'} query={query} onChange={change} />
      )}
    </>
  );
};

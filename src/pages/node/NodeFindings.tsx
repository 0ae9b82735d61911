import { useMemo } from 'react';
import { ExpandableSection, List, ListItem, Switch } from '@patternfly/react-core';
import { Table, Th, Thead, Tr } from '@patternfly/react-table';
import { notApplicableSentence } from '../../components/not-applicable-sentence';
import { printable } from '../../components/printable';
import { useSearchParams } from '../../console/router';
import type { Fleet } from '../../fleet/build-fleet';
import { columnsOf } from '../../fleet/columns';
import type { ChapterKey } from '../../fleet/columns';
import { notApplicableColumns } from '../../fleet/not-applicable';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { ChapterRows } from './ChapterRows';
import { chapterFindings } from './chapter-findings';
import type { ReportedRow } from './NodeReadiness';
import { readTabQuery, writeTabQuery } from './tab-query';
import type { TabQuery } from './tab-query';

/** Every requirement on this node, by chapter. */
export const NodeFindings = ({ fleet, row }: { fleet: Fleet; row: ReportedRow }) => {
  const translation = useReadinessTranslation();
  const { t, message } = translation;
  const [parameters, setParameters] = useSearchParams();
  const query = readTabQuery(parameters);
  const change = (part: Partial<TabQuery>) => {
    setParameters(writeTabQuery({ ...query, ...part }, parameters), { replace: true });
  };
  const { chapters, notApplicable } = useMemo(() => {
    const columns = columnsOf(fleet);
    return { chapters: chapterFindings(columns, row.report), notApplicable: notApplicableColumns(fleet, columns) };
  }, [fleet, row.report]);
  const shown = query.onlyUnmet ? chapters.filter(({ unmet }) => unmet.length > 0) : chapters;
  return (
    <>
      <Switch
        id="calico-readiness-only-unmet"
        label={t('Only what does not pass')}
        isChecked={query.onlyUnmet}
        onChange={(_event, onlyUnmet) => {
          change({ onlyUnmet });
        }}
      />
      {notApplicable.length > 0 && (
        <ExpandableSection
          toggleText={notApplicableSentence(translation, notApplicable)}
          isExpanded={query.showNotApplicable}
          onToggle={(_event, showNotApplicable) => {
            change({ showNotApplicable });
          }}
        >
          <List>
            {notApplicable.map(({ column, reason }) => (
              <ListItem key={column.id}>
                {column.requirement === undefined ? printable(column.id, 63) : message(column.requirement.title)}{' '}
                {reason !== null && <span className="calico-readiness__quiet">{message(reason)}</span>}
              </ListItem>
            ))}
          </List>
        </ExpandableSection>
      )}
      {shown.length === 0 ? (
        <p>{t('Everything that applies to this node passes.')}</p>
      ) : (
        <Table variant="compact" aria-label={t('Findings')} className="calico-readiness__findings">
          <Thead>
            <Tr>
              <Th width={10}>{t('Verdict')}</Th>
              <Th width={25}>{t('Requirement')}</Th>
              <Th width={25}>{t('Seen')}</Th>
              <Th width={20}>{t('Needed')}</Th>
              <Th width={10}>{t('Since')}</Th>
              <Th width={10}>{t('Guide')}</Th>
            </Tr>
          </Thead>
          {shown.map((chapter) => (
            <ChapterRows
              key={chapter.key}
              chapter={chapter}
              stale={row.verdict === 'Stale'}
              onlyUnmet={query.onlyUnmet}
              isCollapsed={query.collapsed.includes(chapter.key)}
              isComplete={query.complete.includes(chapter.key)}
              onCollapse={() => {
                change({ collapsed: toggled(query.collapsed, chapter.key) });
              }}
              onComplete={() => {
                change({ complete: toggled(query.complete, chapter.key) });
              }}
            />
          ))}
        </Table>
      )}
    </>
  );
};

const toggled = (keys: readonly ChapterKey[], key: ChapterKey): ChapterKey[] =>
  keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];

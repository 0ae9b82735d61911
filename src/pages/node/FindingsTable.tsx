import { Table, Th, Thead, Tr } from '@patternfly/react-table';
import type { ChapterKey } from '../../fleet/columns';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { ChapterRows } from './ChapterRows';
import type { ChapterFindings } from './chapter-findings';
import type { TabQuery } from './tab-query';

interface FindingsTableProps {
  readonly chapters: readonly ChapterFindings[];
  readonly stale: boolean;
  readonly query: TabQuery;
  readonly onChange: (part: Partial<TabQuery>) => void;
}

/** The findings of a node, a group of rows for each chapter. */
export const FindingsTable = ({ chapters, stale, query, onChange }: FindingsTableProps) => {
  const { t } = useReadinessTranslation();
  return (
    <Table variant="compact" aria-label={t('Findings')} className="calico-readiness__findings">
      <Thead>
        <Tr>
          <Th width={10}>{t('Verdict')}</Th>
          <Th width={25}>{t('Requirement')}</Th>
          <Th width={25}>{t('Seen')}</Th>
          <Th width={15}>{t('Needed')}</Th>
          <Th width={10}>{t('Since')}</Th>
          <Th width={15}>{t('Guide')}</Th>
        </Tr>
      </Thead>
      {chapters.map((chapter) => (
        <ChapterRows
          key={chapter.key}
          chapter={chapter}
          stale={stale}
          onlyUnmet={query.onlyUnmet}
          isCollapsed={query.collapsed.includes(chapter.key)}
          isComplete={query.complete.includes(chapter.key)}
          onCollapse={() => {
            onChange({ collapsed: toggled(query.collapsed, chapter.key) });
          }}
          onComplete={() => {
            onChange({ complete: toggled(query.complete, chapter.key) });
          }}
        />
      ))}
    </Table>
  );
};

const toggled = (keys: readonly ChapterKey[], key: ChapterKey): ChapterKey[] =>
  keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];

import { Title } from '@patternfly/react-core';
import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import type { Chapter, Requirement } from '@calico-readiness/requirements';
import { chapterTitle } from '../../components/chapter-titles';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { VerdictCounts } from './requirement-counts';
import { RequirementRow } from './RequirementRow';

interface ChapterRequirementsProps {
  readonly chapter: Chapter;
  readonly requirements: readonly Requirement[];
  /** By id; absent while the nodes are not known. */
  readonly counts: ReadonlyMap<string, VerdictCounts> | undefined;
}

/** The requirements of one chapter. */
export const ChapterRequirements = ({ chapter, requirements, counts }: ChapterRequirementsProps) => {
  const { t } = useReadinessTranslation();
  const title = chapterTitle(t, chapter);
  return (
    <section aria-label={title}>
      <Title headingLevel="h2">{title}</Title>
      <Table variant="compact" aria-label={t('Requirements of the chapter {{chapter}}', { chapter: title })}>
        <Thead>
          <Tr>
            <Th width={30}>{t('Requirement')}</Th>
            <Th width={40}>{t('Source')}</Th>
            <Th width={15}>{t('Kind')}</Th>
            <Th width={15}>{t('Nodes')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {requirements.map((requirement) => (
            <RequirementRow
              key={requirement.id}
              requirement={requirement}
              counts={counts && (counts.get(requirement.id) ?? {})}
            />
          ))}
        </Tbody>
      </Table>
    </section>
  );
};

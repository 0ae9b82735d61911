import { useMemo } from 'react';
import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { catalogue, chapters } from '@calico-readiness/requirements';
import { PageFrame } from '../../components/PageFrame';
import { withPageTexts } from '../../components/withPageTexts';
import { useFleet } from '../../hooks/useFleet';
import { useWhatIf } from '../../hooks/useWhatIf';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { ChapterRequirements } from './ChapterRequirements';
import { requirementCounts } from './requirement-counts';
import { RequirementsToolbar } from './RequirementsToolbar';
import { searchRequirements } from './search-requirements';
import { useNameParameter } from './useNameParameter';

/** `/calico-readiness/requirements`: the catalogue, with what the nodes make of it. */
export const RequirementsPage = withPageTexts(function RequirementsPage() {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const whatIf = useWhatIf(useFleet());
  const { state } = whatIf;
  const fleet = state.status === 'ready' ? state.fleet : undefined;
  const counts = useMemo(() => (fleet === undefined ? undefined : requirementCounts(fleet.rows)), [fleet]);
  const [text, search] = useNameParameter();
  const found = searchRequirements(translation, catalogue, text);
  return (
    <PageFrame tab="requirements" whatIf={whatIf}>
      <RequirementsToolbar text={text} onSearch={search} found={found.length} state={state} />
      {found.length === 0 && (
        <EmptyState headingLevel="h2" icon={SearchIcon} titleText={t('No matching requirements')}>
          <EmptyStateBody>{t('Search for words of the title, the id or the quoted sentence.')}</EmptyStateBody>
        </EmptyState>
      )}
      {chapters
        .map((chapter) => ({ chapter, requirements: found.filter((requirement) => requirement.chapter === chapter) }))
        .filter(({ requirements }) => requirements.length > 0)
        .map(({ chapter, requirements }) => (
          <ChapterRequirements key={chapter} chapter={chapter} requirements={requirements} counts={counts} />
        ))}
    </PageFrame>
  );
});

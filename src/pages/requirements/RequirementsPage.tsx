import { useMemo } from 'react';
import {
  EmptyState,
  EmptyStateBody,
  SearchInput,
  Title,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import { catalogue, chapters } from '@calico-readiness/requirements';
import { chapterTitle } from '../../components/chapter-titles';
import { LoadingLine } from '../../components/LoadingLine';
import { PageFrame } from '../../components/PageFrame';
import { withCatalogueTexts } from '../../components/withCatalogueTexts';
import { useSearchParams } from '../../console/router';
import { useFleet } from '../../hooks/useFleet';
import { useWhatIf } from '../../hooks/useWhatIf';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { requirementCounts } from './requirement-counts';
import { RequirementRow } from './RequirementRow';
import { searchRequirements } from './search-requirements';
import { whyNotCounted } from '../guides/why-not-counted';

/** `/calico-readiness/requirements`: the catalogue, with what the nodes make of it. */
export const RequirementsPage = withCatalogueTexts(function RequirementsPage() {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const whatIf = useWhatIf(useFleet());
  const { state } = whatIf;
  const fleet = state.status === 'ready' ? state.fleet : undefined;
  const counts = useMemo(() => (fleet === undefined ? undefined : requirementCounts(fleet.rows)), [fleet]);
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get('name') ?? '';
  const search = (name: string) => {
    const next = new URLSearchParams(parameters);
    if (name === '') next.delete('name');
    else next.set('name', name);
    setParameters(next, { replace: true });
  };
  const found = searchRequirements(translation, catalogue, text);
  return (
    <PageFrame tab="requirements" documentTitle={t('Requirements of Calico')} whatIf={whatIf}>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              aria-label={t('Search requirements')}
              placeholder={t('Search requirements')}
              resetButtonLabel={t('Clear the search')}
              value={text}
              onChange={(_event, value) => {
                search(value);
              }}
              onClear={() => {
                search('');
              }}
            />
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            <span role="status">
              {t('{{shown}} of {{number}} requirements', {
                shown: number(found.length),
                count: catalogue.length,
                number: number(catalogue.length),
              })}
            </span>
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            {state.status === 'loading' && <LoadingLine progress={state.progress} activity={state.activity} />}
            {state.status === 'failed' && whyNotCounted(t, state.problem)}
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {found.length === 0 && (
        <EmptyState headingLevel="h2" icon={SearchIcon} titleText={t('No requirement matches')}>
          <EmptyStateBody>{t('Search for words of the title, the id or the quoted sentence.')}</EmptyStateBody>
        </EmptyState>
      )}
      {chapters
        .map((chapter) => ({ chapter, requirements: found.filter((requirement) => requirement.chapter === chapter) }))
        .filter(({ requirements }) => requirements.length > 0)
        .map(({ chapter, requirements }) => (
          <section key={chapter} aria-label={chapterTitle(t, chapter)}>
            <Title headingLevel="h2">{chapterTitle(t, chapter)}</Title>
            <Table
              variant="compact"
              aria-label={t('Requirements of the chapter {{chapter}}', { chapter: chapterTitle(t, chapter) })}
            >
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
        ))}
    </PageFrame>
  );
});

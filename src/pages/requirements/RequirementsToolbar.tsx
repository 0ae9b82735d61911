import { SearchInput, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { catalogue } from '@calico-readiness/requirements';
import { LoadingLine } from '../../components/states/LoadingLine';
import type { FleetState } from '../../hooks/useFleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { whyNotCounted } from '../../components/why-not-counted';
import './requirements.css';

interface RequirementsToolbarProps {
  readonly text: string;
  readonly onSearch: (text: string) => void;
  /** How many requirements are found. */
  readonly found: number;
  /** Whether the nodes can be counted yet. */
  readonly state: FleetState;
}

/** The search in the catalogue, and what is still missing for the counts of nodes. */
export const RequirementsToolbar = ({ text, onSearch, found, state }: RequirementsToolbarProps) => {
  const { t, number } = useReadinessTranslation();
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem>
          <SearchInput
            className="calico-readiness__requirements-search"
            aria-label={t('Search requirements')}
            placeholder={t('Search requirements')}
            resetButtonLabel={t('Clear the search')}
            value={text}
            onChange={(_event, value) => {
              onSearch(value);
            }}
            onClear={() => {
              onSearch('');
            }}
          />
        </ToolbarItem>
        <ToolbarItem alignSelf="center">
          <span role="status">
            {t('{{shown}} of {{number}} requirements', {
              shown: number(found),
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
  );
};

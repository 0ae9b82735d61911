import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { SearchInput, Toolbar, ToolbarContent, ToolbarFilter, ToolbarGroup, ToolbarItem } from '@patternfly/react-core';
import { connectivityStates } from '@calico-readiness/requirements';
import { CheckboxFilter } from '../../components/CheckboxFilter';
import { printable } from '../../components/printable';
import { verdictWord } from '../../components/verdict-words';
import type { Fleet } from '../../fleet/build-fleet';
import type { ColumnChapter } from '../../fleet/columns';
import { emptyFilter } from '../../fleet/matrix-filter';
import type { MatrixFilter } from '../../fleet/matrix-filter';
import { rowVerdicts } from '../../fleet/node-row';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { LabelFilter } from './LabelFilter';

interface MatrixToolbarProps {
  readonly fleet: Fleet;
  readonly chapters: readonly ColumnChapter[];
  readonly filter: MatrixFilter;
  readonly onChange: (filter: MatrixFilter) => void;
  /** What stands at the end: export, pagination. */
  readonly children: ReactNode;
}

/** The filters of the matrix; what is set stands below as labels. */
export const MatrixToolbar = ({ fleet, chapters, filter, onChange, children }: MatrixToolbarProps) => {
  const { t, message } = useReadinessTranslation();
  const pools = useMemo(() => [...new Set(fleet.rows.map((row) => row.pool?.name ?? ''))].sort(), [fleet]);
  const requirements = chapters.flatMap((chapter) => chapter.columns).filter((column) => column.applicable);
  const change = (part: Partial<MatrixFilter>) => {
    onChange({ ...filter, ...part });
  };
  return (
    <Toolbar
      clearFiltersButtonText={t('Clear all filters')}
      clearAllFilters={() => {
        onChange(emptyFilter);
      }}
    >
      <ToolbarContent>
        <ToolbarGroup variant="filter-group">
          <CheckboxFilter
            title={t('Verdict')}
            options={rowVerdicts.map((verdict) => ({ value: verdict, label: verdictWord(t, verdict) }))}
            selected={filter.verdicts}
            onChange={(verdicts) => {
              change({ verdicts });
            }}
          />
          <CheckboxFilter
            title={t('Connectivity')}
            options={connectivityStates.map((connectivity) => ({
              value: connectivity,
              label: verdictWord(t, connectivity),
            }))}
            selected={filter.connectivity}
            onChange={(connectivity) => {
              change({ connectivity });
            }}
          />
          <CheckboxFilter
            title={t('Pool')}
            options={pools.map((pool) => ({ value: pool, label: pool === '' ? t('No pool') : printable(pool, 63) }))}
            selected={filter.pools}
            onChange={(selected) => {
              change({ pools: selected });
            }}
          />
          <CheckboxFilter
            title={t('Not met')}
            options={requirements.map(({ id, requirement }) => ({
              value: id,
              label: requirement === undefined ? printable(id, 63) : message(requirement.shortTitle),
            }))}
            selected={filter.requirements}
            onChange={(selected) => {
              change({ requirements: selected });
            }}
          />
          <ReasonFilter
            reasons={filter.reasons}
            onChange={(reasons) => {
              change({ reasons });
            }}
          />
          <LabelFilter
            labels={filter.labels}
            onChange={(labels) => {
              change({ labels });
            }}
          />
          <ToolbarFilter
            categoryName={t('Name')}
            labels={filter.name === '' ? [] : [filter.name]}
            deleteLabel={() => {
              change({ name: '' });
            }}
          >
            <SearchInput
              aria-label={t('Find by name')}
              placeholder={t('Find by name')}
              value={filter.name}
              onChange={(_event, name) => {
                change({ name });
              }}
              onClear={() => {
                change({ name: '' });
              }}
            />
          </ToolbarFilter>
        </ToolbarGroup>
        <ToolbarItem align={{ default: 'alignEnd' }}>{children}</ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
};

/** Reasons are set by links from causes, not by hand: there is nothing to choose here, only to take away. */
const ReasonFilter = ({
  reasons,
  onChange,
}: {
  reasons: readonly string[];
  onChange: (reasons: readonly string[]) => void;
}) => {
  const { t } = useReadinessTranslation();
  return (
    <ToolbarFilter
      categoryName={t('Reason')}
      labels={reasons.map((reason) => ({ key: reason, node: printable(reason, 63) }))}
      deleteLabel={(_category, label) => {
        const key = typeof label === 'string' ? label : label.key;
        onChange(reasons.filter((reason) => reason !== key));
      }}
    >
      <></>
    </ToolbarFilter>
  );
};

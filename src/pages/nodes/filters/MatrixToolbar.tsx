import type { ReactNode } from 'react';
import { Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from '@patternfly/react-core';
import type { Fleet } from '../../../fleet/build-fleet';
import type { ColumnChapter } from '../../../fleet/columns';
import { emptyFilter } from '../../../fleet/matrix-filter';
import type { MatrixFilter } from '../../../fleet/matrix-filter';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { ChoiceFilters } from './ChoiceFilters';
import { LabelFilter } from './LabelFilter';
import { NameFilter } from './NameFilter';
import { ReasonFilter } from './ReasonFilter';

interface MatrixToolbarProps {
  readonly fleet: Fleet;
  readonly chapters: readonly ColumnChapter[];
  readonly filter: MatrixFilter;
  readonly onChange: (filter: MatrixFilter) => void;
  /** What stands at the end. */
  readonly children: ReactNode;
}

/** The filters of the matrix; what is set stands below as labels. */
export const MatrixToolbar = ({ fleet, chapters, filter, onChange, children }: MatrixToolbarProps) => {
  const { t } = useReadinessTranslation();
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
          <ChoiceFilters fleet={fleet} chapters={chapters} filter={filter} onChange={change} />
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
          <NameFilter
            name={filter.name}
            onChange={(name) => {
              change({ name });
            }}
          />
        </ToolbarGroup>
        <ToolbarItem align={{ default: 'alignEnd' }}>{children}</ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
};

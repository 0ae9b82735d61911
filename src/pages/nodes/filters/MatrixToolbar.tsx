import { useState } from 'react';
import type { ReactNode } from 'react';
import { Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from '@patternfly/react-core';
import type { Fleet } from '../../../fleet/build-fleet';
import type { ColumnChapter } from '../../../fleet/columns';
import { emptyFilter } from '../../../fleet/matrix-filter';
import type { MatrixFilter } from '../../../fleet/matrix-filter';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { AttributeChoice } from './AttributeChoice';
import type { FilterAttribute } from './AttributeChoice';
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

/** The filters of the matrix, one at a time; what is set stands below as labels. */
export const MatrixToolbar = ({ fleet, chapters, filter, onChange, children }: MatrixToolbarProps) => {
  const { t, number } = useReadinessTranslation();
  const [attribute, setAttribute] = useState<FilterAttribute>('name');
  const change = (part: Partial<MatrixFilter>) => {
    onChange({ ...filter, ...part });
  };
  return (
    <Toolbar
      clearFiltersButtonText={t('Clear all filters')}
      numberOfFiltersText={(count) => t('{{number}} filters applied', { count, number: number(count) })}
      clearAllFilters={() => {
        onChange(emptyFilter);
      }}
    >
      <ToolbarContent>
        <ToolbarGroup variant="filter-group">
          <ToolbarItem>
            <AttributeChoice attribute={attribute} onChange={setAttribute} />
          </ToolbarItem>
          <ChoiceFilters attribute={attribute} fleet={fleet} chapters={chapters} filter={filter} onChange={change} />
          <ReasonFilter
            reasons={filter.reasons}
            onChange={(reasons) => {
              change({ reasons });
            }}
          />
          <LabelFilter
            isShown={attribute === 'label'}
            labels={filter.labels}
            onChange={(labels) => {
              change({ labels });
            }}
          />
          <NameFilter
            isShown={attribute === 'name'}
            name={filter.name}
            onChange={(name) => {
              change({ name });
            }}
          />
        </ToolbarGroup>
        {children}
      </ToolbarContent>
    </Toolbar>
  );
};

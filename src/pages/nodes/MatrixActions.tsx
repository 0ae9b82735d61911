import { Button, ToolbarGroup, ToolbarItem } from '@patternfly/react-core';
import { ExchangeAltIcon } from '@patternfly/react-icons';
import { writeWhatIf } from '../../fleet/what-if/what-if-address';
import type { WhatIf } from '../../hooks/useWhatIf';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { ManageColumns } from './columns/ManageColumns';
import { ExportMenu } from './ExportMenu';
import { GroupByChoice } from './groups/GroupByChoice';
import type { MatrixView } from './useMatrixView';

interface MatrixActionsProps {
  readonly view: MatrixView;
  readonly isLoading: boolean;
  readonly whatIf: WhatIf;
}

/** What can be done with the whole matrix: fold its rows, choose its columns, compare nodes, take it away as a file. */
export const MatrixActions = ({ view, isLoading, whatIf }: MatrixActionsProps) => {
  const { t } = useReadinessTranslation();
  const { query, update } = view;
  return (
    <ToolbarGroup align={{ default: 'alignEnd' }} gap={{ default: 'gapSm' }} rowWrap={{ default: 'wrap' }}>
      <ToolbarItem>
        <GroupByChoice
          grouping={query.grouping}
          onChange={(grouping) => {
            update({ grouping, openGroups: [], page: 1 });
          }}
        />
      </ToolbarItem>
      <ToolbarItem>
        <ManageColumns view={view} />
      </ToolbarItem>
      <ToolbarItem>
        <Button
          variant="plain"
          icon={<ExchangeAltIcon />}
          aria-label={t('Compare nodes')}
          title={t('Compare nodes')}
          onClick={() => {
            update({ compare: { one: '', other: '' } });
          }}
        />
      </ToolbarItem>
      <ToolbarItem>
        <ExportMenu
          rows={view.rows}
          chapters={view.chapters}
          isDisabled={isLoading}
          whatIf={whatIf.isOn ? writeWhatIf(whatIf.values) : undefined}
        />
      </ToolbarItem>
    </ToolbarGroup>
  );
};

import { Button } from '@patternfly/react-core';
import type { ColumnChapter } from '../../fleet/columns';
import type { NodeRow } from '../../fleet/node-row';
import { writeWhatIf } from '../../fleet/what-if-address';
import type { WhatIf } from '../../hooks/useWhatIf';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { ExportMenu } from './ExportMenu';

interface MatrixActionsProps {
  /** What the filters let through, in the order shown. */
  readonly rows: readonly NodeRow[];
  readonly chapters: readonly ColumnChapter[];
  readonly isLoading: boolean;
  readonly whatIf: WhatIf;
}

/** What can be done with the whole matrix: ask what would be under another profile, and take it away as a file. */
export const MatrixActions = ({ rows, chapters, isLoading, whatIf }: MatrixActionsProps) => {
  const { t } = useReadinessTranslation();
  return (
    <>
      {whatIf.present !== undefined && (
        <Button
          variant="secondary"
          onClick={() => {
            whatIf.setEditing(true);
          }}
        >
          {t('Try another profile')}
        </Button>
      )}{' '}
      <ExportMenu
        rows={rows}
        chapters={chapters}
        isDisabled={isLoading}
        whatIf={whatIf.isOn ? writeWhatIf(whatIf.values) : undefined}
      />
    </>
  );
};

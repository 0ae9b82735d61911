import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { ColumnsIcon } from '@patternfly/react-icons';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { MatrixView } from '../useMatrixView';
import { ColumnsDialog } from './ColumnsDialog';

/** Opens the choice of columns, as the console's own lists have it. */
export const ManageColumns = ({ view }: { view: MatrixView }) => {
  const { t } = useReadinessTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="plain"
        icon={<ColumnsIcon />}
        aria-label={t('Manage columns')}
        title={t('Manage columns')}
        onClick={() => {
          setOpen(true);
        }}
      />
      {isOpen && (
        <ColumnsDialog
          chapters={view.chapters}
          hidden={view.query.hidden}
          onSave={(columns) => {
            view.update(columns);
            setOpen(false);
          }}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
};

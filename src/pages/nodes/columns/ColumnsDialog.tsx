import { useState } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { ColumnChapter } from '../../../fleet/columns';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { ChapterChoice } from './ChapterChoice';
import { defaultColumns } from './column-query';
import type { ColumnChoice } from './column-query';

interface ColumnsDialogProps {
  readonly chapters: readonly ColumnChapter[];
  readonly hidden: readonly string[];
  /** Says nothing of chapters unless the usual columns are wanted back. */
  readonly onSave: (columns: Partial<ColumnChoice>) => void;
  readonly onClose: () => void;
}

/** Which requirements have a column. Nothing changes before it is saved. */
export const ColumnsDialog = ({ chapters, hidden, onSave, onClose }: ColumnsDialogProps) => {
  const { t } = useReadinessTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(hidden));
  const show = (ids: readonly string[], isShown: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (isShown) next.delete(id);
      else next.add(id);
    setChosen(next);
  };
  return (
    <Modal isOpen variant="medium" onClose={onClose} aria-labelledby="calico-readiness-columns">
      <ModalHeader
        labelId="calico-readiness-columns"
        title={t('Manage columns')}
        description={t('Hidden columns stay part of every verdict, of filters and of exports.')}
      />
      <ModalBody>
        {chapters.map((chapter) => (
          <ChapterChoice key={chapter.key} chapter={chapter} hidden={chosen} onChange={show} />
        ))}
      </ModalBody>
      <ModalFooter className="calico-readiness__dialog-actions">
        <Button
          variant="primary"
          onClick={() => {
            onSave({ hidden: [...chosen] });
          }}
        >
          {t('Save')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <Button
          variant="link"
          onClick={() => {
            onSave(defaultColumns);
          }}
        >
          {t('Restore default columns')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};

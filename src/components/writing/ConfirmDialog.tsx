import type { ReactNode } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import '../page.css';

interface ConfirmDialogProps {
  readonly title: string;
  readonly action: string;
  readonly isDanger?: boolean;
  readonly isWriting: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const id = 'calico-readiness-apply';

/** The one confirmation. It cannot be closed while the request is under way: nobody would see what became of it. */
export const ConfirmDialog = ({
  title,
  action,
  isDanger,
  isWriting,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) => {
  const { t } = useReadinessTranslation();
  const close = () => {
    if (!isWriting) onClose();
  };
  return (
    <Modal isOpen variant="medium" onClose={close} aria-labelledby={`${id}-title`} aria-describedby={`${id}-body`}>
      <ModalHeader title={title} labelId={`${id}-title`} titleIconVariant="warning" />
      <ModalBody id={`${id}-body`}>{children}</ModalBody>
      <ModalFooter className="calico-readiness__dialog-actions">
        <Button
          variant={isDanger === true ? 'danger' : 'primary'}
          isLoading={isWriting}
          isDisabled={isWriting}
          onClick={onConfirm}
        >
          {action}
        </Button>
        <Button variant="link" isDisabled={isWriting} onClick={close}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};

import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { overviewPath } from '../../components/addresses';
import { ConfirmDialog } from '../../components/writing/ConfirmDialog';
import { useNavigate } from '../../console/router';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface CancelButtonProps {
  readonly isChanged: boolean;
  readonly isDisabled: boolean;
  readonly onDiscard: () => void;
}

/** Leaves for the overview; asks first where something would be lost. */
export const CancelButton = ({ isChanged, isDisabled, onDiscard }: CancelButtonProps) => {
  const { t } = useReadinessTranslation();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="link"
        isDisabled={isDisabled}
        onClick={() => {
          if (isChanged) setAsking(true);
          else navigate(overviewPath);
        }}
      >
        {t('Cancel')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('Discard your changes?')}
          action={t('Discard')}
          isDanger
          isWriting={false}
          onConfirm={() => {
            onDiscard();
            navigate(overviewPath);
          }}
          onClose={() => {
            setAsking(false);
          }}
        >
          {t('The policy stays as it is.')}
        </ConfirmDialog>
      )}
    </>
  );
};

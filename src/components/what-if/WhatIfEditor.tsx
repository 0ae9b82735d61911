import { useState } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { ClusterProfile } from '@calico-readiness/requirements';
import { differingFields, profileUnder, whatIfValuesOf } from '../../fleet/what-if/what-if-profile';
import type { WhatIfValues } from '../../fleet/what-if/what-if-profile';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { WhatIfForm } from './WhatIfForm';

interface WhatIfEditorProps {
  readonly present: ClusterProfile;
  /** The what-if that the page is in; empty when it shows the current state. */
  readonly values: WhatIfValues;
  readonly onApply: (values: WhatIfValues) => void;
  readonly onClose: () => void;
}

const formId = 'calico-readiness-what-if';

/** Chooses another profile. Nothing is judged before it is confirmed. */
export const WhatIfEditor = ({ present, values, onApply, onClose }: WhatIfEditorProps) => {
  const { t } = useReadinessTranslation();
  const [draft, setDraft] = useState(() => whatIfValuesOf(profileUnder(present, values)));
  const isComplete = draft.ipFamilies.length > 0;
  const isPresent = differingFields(present, draft).length === 0;
  return (
    <Modal
      isOpen
      variant="medium"
      onClose={onClose}
      aria-labelledby={`${formId}-title`}
      aria-describedby={`${formId}-description`}
    >
      <ModalHeader
        title={t('Try another profile')}
        labelId={`${formId}-title`}
        descriptorId={`${formId}-description`}
        description={t('Reevaluates the reported facts in your browser. Nothing in the cluster changes.')}
      />
      <ModalBody>
        <WhatIfForm
          id={formId}
          present={present}
          draft={draft}
          onChange={(part) => {
            setDraft((before) => ({ ...before, ...part }));
          }}
          onSubmit={() => {
            if (isComplete) onApply(draft);
          }}
        />
      </ModalBody>
      <ModalFooter className="calico-readiness__dialog-actions">
        <Button type="submit" form={formId} isDisabled={!isComplete}>
          {isPresent ? t('Show current state') : t('Show what would change')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={isPresent}
          onClick={() => {
            setDraft(whatIfValuesOf(present));
          }}
        >
          {t('Reset to current')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};

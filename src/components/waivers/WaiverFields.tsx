import { FormGroup, TextInput } from '@patternfly/react-core';
import { waiverLimits } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { dayOf } from './waiver-draft';
import type { WaiverDraft } from './waiver-draft';

interface WaiverFieldsProps {
  readonly draft: WaiverDraft;
  readonly now: number;
  readonly onChange: (draft: WaiverDraft) => void;
}

const id = 'calico-readiness-waiver';

/** Reason, owner and last day of a waiver; all have to be there. */
export const WaiverFields = ({ draft, now, onChange }: WaiverFieldsProps) => {
  const { t } = useReadinessTranslation();
  return (
    <>
      <FormGroup label={t('Reason')} isRequired fieldId={`${id}-reason`}>
        <TextInput
          id={`${id}-reason`}
          isRequired
          maxLength={waiverLimits.reason}
          value={draft.reason}
          onChange={(_event, reason) => {
            onChange({ ...draft, reason });
          }}
        />
      </FormGroup>
      <FormGroup label={t('Owner')} isRequired fieldId={`${id}-owner`}>
        <TextInput
          id={`${id}-owner`}
          isRequired
          maxLength={waiverLimits.owner}
          value={draft.owner}
          onChange={(_event, owner) => {
            onChange({ ...draft, owner });
          }}
        />
      </FormGroup>
      <FormGroup label={t('Last day')} isRequired fieldId={`${id}-last-day`}>
        <TextInput
          id={`${id}-last-day`}
          type="date"
          isRequired
          min={dayOf(now)}
          value={draft.lastDay}
          onChange={(_event, lastDay) => {
            onChange({ ...draft, lastDay });
          }}
        />
      </FormGroup>
    </>
  );
};

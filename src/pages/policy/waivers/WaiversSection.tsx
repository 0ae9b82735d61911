import { useEffect, useRef, useState } from 'react';
import { Button, FormSection } from '@patternfly/react-core';
import { waiverLimits } from '@calico-readiness/requirements';
import { firstDraft } from '../../../components/waivers/waiver-draft';
import { currentUserName } from '../../../console/current-user';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { withNewWaiver } from '../draft/policy-draft';
import type { PolicyDraft } from '../draft/policy-draft';
import { fieldId } from '../field-id';
import { WaiverItemFields } from './WaiverItemFields';

interface WaiversSectionProps {
  readonly draft: PolicyDraft;
  readonly now: number;
  readonly faultsAt: (place: string) => readonly string[];
  readonly onChange: (draft: PolicyDraft) => void;
}

/** Every waiver of the policy, and a new one. */
export const WaiversSection = ({ draft, now, faultsAt, onChange }: WaiversSectionProps) => {
  const { t } = useReadinessTranslation();
  const owner = useUserName();
  const addButton = useRef<HTMLButtonElement>(null);
  const focusOn = useFocusAfterChange(draft);
  const { waivers } = draft;
  return (
    <FormSection title={t('Waivers')} titleElement="h3">
      {waivers.length === 0 && <p>{t('No requirement is waived.')}</p>}
      {waivers.map((item, index) => (
        <WaiverItemFields
          key={item.id}
          item={item}
          place={`waivers[${String(index)}]`}
          number={index + 1}
          now={now}
          faultsAt={faultsAt}
          onChange={(entry) => {
            onChange({
              ...draft,
              waivers: waivers.map((other) => (other.id === item.id ? { ...item, entry } : other)),
            });
          }}
          onRemove={() => {
            onChange({ ...draft, waivers: waivers.filter(({ id }) => id !== item.id) });
            addButton.current?.focus();
          }}
        />
      ))}
      <div>
        <Button
          ref={addButton}
          variant="secondary"
          isDisabled={waivers.length >= waiverLimits.waivers}
          onClick={() => {
            focusOn(fieldId(`waivers[${String(waivers.length)}].requirement`));
            onChange(withNewWaiver(draft, { owner, lastDay: firstDraft(now).lastDay }));
          }}
        >
          {t('Add a waiver')}
        </Button>
      </div>
    </FormSection>
  );
};

/** The user as the API knows them, proposed as the owner; empty until it has said so. */
function useUserName(): string {
  const [name, setName] = useState('');
  useEffect(() => {
    let stopped = false;
    void currentUserName().then((known) => {
      if (!stopped && known !== undefined) setName(known);
    });
    return () => {
      stopped = true;
    };
  }, []);
  return name;
}

/** Moves the focus to an element that the next draft brings. */
function useFocusAfterChange(draft: PolicyDraft): (id: string) => void {
  const wanted = useRef<string>();
  useEffect(() => {
    if (wanted.current === undefined) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = undefined;
  }, [draft]);
  return (id) => {
    wanted.current = id;
  };
}

import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import type { ClusterProfile } from '@calico-readiness/requirements';
import { printable } from '../../components/printable';
import { sourceText } from '../../components/profile-values';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { choiceKey, profileChoices } from './draft/profile-choices';
import type { ChoiceField } from './draft/profile-choices';
import { FieldHint } from './FieldHint';
import { fieldId } from './field-id';
import { shownField } from './shown-field';

interface ProfileChoiceProps {
  readonly field: ChoiceField;
  /** What nodes are judged by currently. */
  readonly profile: ClusterProfile | undefined;
  readonly chosen: string;
  readonly faults: readonly string[];
  readonly onChange: (chosen: string) => void;
}

/** One field of the profile: declared, or left to what the cluster's objects say. */
export const ProfileChoice = ({ field, profile, chosen, faults, onChange }: ProfileChoiceProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const id = fieldId(`profile.${field}`);
  const current = profile?.[field];
  const isKnown = current !== undefined && current.source !== 'declared';
  const values = profileChoices[field] as readonly unknown[];
  const keys = values.map(choiceKey);
  const value = current === undefined ? '' : shownField(translation, field, current.value).value;
  const undeclared = !isKnown
    ? t('Detect')
    : current.source === 'detected'
      ? t('Detected: {{value}}', { value })
      : t('Default: {{value}}', { value });
  return (
    <FormGroup label={shownField(translation, field).title} fieldId={id}>
      <FormSelect
        id={id}
        value={chosen}
        validated={faults.length > 0 ? 'error' : 'default'}
        aria-describedby={`${id}-hint`}
        onChange={(_event, key) => {
          onChange(key);
        }}
      >
        <FormSelectOption value="" label={undeclared} />
        {values.map((choice, index) => (
          <FormSelectOption
            key={keys[index]}
            value={keys[index]}
            label={shownField(translation, field, choice).value}
          />
        ))}
        {chosen !== '' && !keys.includes(chosen) && <FormSelectOption value={chosen} label={printable(chosen, 80)} />}
      </FormSelect>
      <FieldHint
        id={id}
        hint={chosen === '' && current?.source === 'detected' ? sourceText(t, current) : undefined}
        faults={faults}
      />
    </FormGroup>
  );
};

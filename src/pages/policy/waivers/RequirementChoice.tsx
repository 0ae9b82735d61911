import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { catalogue, requirementById } from '@calico-readiness/requirements';
import { printable } from '../../../components/printable';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { FieldHint } from '../FieldHint';
import { fieldId } from '../field-id';

interface RequirementChoiceProps {
  /** Its place below `spec`. */
  readonly place: string;
  readonly chosen: string;
  readonly faults: readonly string[];
  readonly onChange: (requirement: string) => void;
}

/** The requirement of a waiver. One that this catalogue does not know stays what it is. */
export const RequirementChoice = ({ place, chosen, faults, onChange }: RequirementChoiceProps) => {
  const { t, message } = useReadinessTranslation();
  const id = fieldId(place);
  const isKnown = chosen === '' || requirementById(chosen) !== undefined;
  const isMissing = chosen === '' && faults.length > 0;
  return (
    <FormGroup label={t('Requirement')} fieldId={id} isRequired>
      <FormSelect
        id={id}
        value={chosen}
        isRequired
        validated={faults.length > 0 ? 'error' : 'default'}
        aria-describedby={`${id}-hint`}
        onChange={(_event, requirement) => {
          onChange(requirement);
        }}
      >
        <FormSelectOption value="" label={t('Choose a requirement')} isPlaceholder />
        {!isKnown && <FormSelectOption value={chosen} label={printable(chosen, 63)} />}
        {catalogue.map(({ id: known, shortTitle }) => (
          <FormSelectOption key={known} value={known} label={`${message(shortTitle)} (${known})`} />
        ))}
      </FormSelect>
      <FieldHint id={id} faults={isMissing ? [t('Choose a requirement')] : faults} />
    </FormGroup>
  );
};

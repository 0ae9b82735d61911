import { Form, FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface RoleChoiceProps {
  readonly role: string;
  readonly roles: readonly string[];
  readonly onChange: (role: string) => void;
}

/** The role that the MachineConfig is for, and with it the pools that it reaches. */
export const RoleChoice = ({ role, roles, onChange }: RoleChoiceProps) => {
  const { t } = useReadinessTranslation();
  return (
    <Form isHorizontal>
      <FormGroup label={t('Role of the MachineConfig')} fieldId="machine-config-role">
        <FormSelect
          id="machine-config-role"
          value={role}
          onChange={(_event, name) => {
            onChange(name);
          }}
        >
          {roles.map((name) => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
      </FormGroup>
    </Form>
  );
};

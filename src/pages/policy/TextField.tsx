import { FormGroup, TextInput } from '@patternfly/react-core';
import { fieldId } from './field-id';
import { FieldHint } from './FieldHint';

interface TextFieldProps {
  /** The place below `spec`, as the API names it. */
  readonly place: string;
  readonly title: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly faults: readonly string[];
  readonly isRequired?: boolean;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'numeric' | 'text';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly onChange: (value: string) => void;
}

/** A field to type in, with what is wrong with it beside it. */
export const TextField = ({
  place,
  title,
  value,
  hint,
  faults,
  isRequired = false,
  onChange,
  ...input
}: TextFieldProps) => {
  const id = fieldId(place);
  return (
    <FormGroup label={title} fieldId={id} isRequired={isRequired}>
      <TextInput
        id={id}
        value={value}
        isRequired={isRequired}
        validated={faults.length > 0 ? 'error' : 'default'}
        aria-describedby={`${id}-hint`}
        onChange={(_event, text) => {
          onChange(text);
        }}
        {...input}
      />
      <FieldHint id={id} hint={hint} faults={faults} />
    </FormGroup>
  );
};

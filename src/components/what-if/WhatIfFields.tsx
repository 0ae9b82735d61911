import {
  Checkbox,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Switch,
} from '@patternfly/react-core';

interface FieldProps {
  readonly id: string;
  readonly title: string;
  /** What it is currently, when that differs. */
  readonly present: string | null;
}

interface ChoiceFieldProps<T extends string> extends FieldProps {
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of several values. */
export const ChoiceField = <T extends string>({
  id,
  title,
  present,
  choices,
  value,
  onChange,
}: ChoiceFieldProps<T>) => (
  <FormGroup label={title} fieldId={id}>
    <FormSelect
      id={id}
      value={value}
      aria-describedby={`${id}-hint`}
      onChange={(_event, text) => {
        const chosen = choices.find((choice) => choice.value === text);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <FormSelectOption key={choice.value} value={choice.value} label={choice.label} />
      ))}
    </FormSelect>
    <Hint id={id} present={present} />
  </FormGroup>
);

interface ManyFieldProps<T extends string> extends FieldProps {
  readonly choices: readonly T[];
  readonly values: readonly T[];
  readonly problem?: string | null;
  readonly onChange: (values: readonly T[]) => void;
}

/** Any number of values. */
export const ManyField = <T extends string>({
  id,
  title,
  present,
  choices,
  values,
  problem = null,
  onChange,
}: ManyFieldProps<T>) => (
  <FormGroup role="group" isInline label={title} fieldId={id}>
    {choices.map((choice) => (
      <Checkbox
        key={choice}
        id={`${id}-${choice}`}
        label={choice}
        isChecked={values.includes(choice)}
        onChange={(_event, checked) => {
          onChange(choices.filter((other) => (other === choice ? checked : values.includes(other))));
        }}
      />
    ))}
    <Hint id={id} present={present} problem={problem} />
  </FormGroup>
);

interface SwitchFieldProps extends FieldProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** On or off. */
export const SwitchField = ({ id, title, present, isOn, onChange }: SwitchFieldProps) => (
  <FormGroup label={title} fieldId={id} hasNoPaddingTop>
    <Switch
      id={id}
      aria-label={title}
      aria-describedby={`${id}-hint`}
      isChecked={isOn}
      onChange={(_event, checked) => {
        onChange(checked);
      }}
    />
    <Hint id={id} present={present} />
  </FormGroup>
);

const Hint = ({ id, present, problem = null }: { id: string; present: string | null; problem?: string | null }) => (
  <FormHelperText>
    <HelperText id={`${id}-hint`} isLiveRegion>
      {present !== null && <HelperTextItem>{present}</HelperTextItem>}
      {problem !== null && <HelperTextItem variant="error">{problem}</HelperTextItem>}
    </HelperText>
  </FormHelperText>
);

import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';
import { printable } from '../../components/printable';

interface FieldHintProps {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly faults: readonly string[];
}

/** What a field is for, and what is wrong with it; `${id}-hint` names it. */
export const FieldHint = ({ id, hint, faults }: FieldHintProps) => (
  <FormHelperText>
    <HelperText id={`${id}-hint`} isLiveRegion>
      {hint !== undefined && <HelperTextItem>{hint}</HelperTextItem>}
      {faults.map((fault) => (
        <HelperTextItem key={fault} variant="error">
          {printable(fault)}
        </HelperTextItem>
      ))}
    </HelperText>
  </FormHelperText>
);

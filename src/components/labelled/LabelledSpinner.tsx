import { Spinner } from '@patternfly/react-core';

/** PatternFly's Spinner with the reason for the wait, as its name and as its state. */
export const LabelledSpinner = ({ label }: { label: string }) => (
  <Spinner size="md" aria-label={label} aria-valuetext={label} />
);

import { Button } from '@patternfly/react-core';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { ReasonTooltip } from '../ReasonTooltip';

interface TestAgainButtonProps {
  /** What is tested, for those who do not see where the button stands. */
  readonly name: string;
  /** What stands on it, where that is another text than “Test again now”. */
  readonly label?: string;
  /** As `useRecheckRight` says it. */
  readonly allowed: boolean | undefined | null;
  readonly isRunning: boolean;
  readonly onPress: () => void;
}

/** Asks for a test of some pairs at once, where the user may and none is under way. */
export const TestAgainButton = ({ name, label, allowed, isRunning, onPress }: TestAgainButtonProps) => {
  const { t } = useReadinessTranslation();
  const isUnavailable = allowed === null || allowed === false || isRunning;
  const shown = label ?? t('Test again now');
  const needsRight = t('Permission to patch NodeReports is required to ask for a test.');
  return (
    <ReasonTooltip reason={allowed === false ? needsRight : undefined}>
      <Button
        variant="link"
        isInline
        aria-label={t('{{title}}: {{value}}', { title: shown, value: name })}
        isAriaDisabled={isUnavailable}
        onClick={() => {
          if (!isUnavailable) onPress();
        }}
      >
        {shown}
      </Button>
    </ReasonTooltip>
  );
};

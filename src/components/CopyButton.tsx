import { useState } from 'react';
import { Button, Tooltip } from '@patternfly/react-core';
import { CopyIcon } from '@patternfly/react-icons';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';

interface CopyButtonProps {
  /** What is copied, for people who do not see where the button stands. */
  readonly label: string;
  readonly text: string;
}

/** Copies a text. PatternFly's own button would take the whole text into its name. */
export const CopyButton = ({ label, text }: CopyButtonProps) => {
  const { t } = useReadinessTranslation();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    // A page that was not served securely has no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    (clipboard === undefined ? Promise.reject(new Error('no clipboard')) : clipboard.writeText(text)).then(
      () => {
        setCopied(true);
      },
      () => {
        setCopied(false);
      },
    );
  };
  return (
    <Tooltip
      aria="none"
      aria-live="polite"
      content={copied === null ? t('Copy') : copied ? t('Copied') : t('Select the text to copy it')}
      // Enter on the button takes PatternFly's tooltip away; what came of it is said all the same.
      isVisible={copied !== null}
      exitDelay={copied === null ? 0 : 1500}
      onTooltipHidden={() => {
        setCopied(null);
      }}
    >
      <Button variant="plain" icon={<CopyIcon />} aria-label={t('Copy: {{label}}', { label })} onClick={copy} />
    </Tooltip>
  );
};

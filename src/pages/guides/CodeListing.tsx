import { useState } from 'react';
import { Button, ClipboardCopyButton, CodeBlock, CodeBlockAction, CodeBlockCode } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { printable } from '../../components/printable';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

interface CodeListingProps {
  /** Unique on the page. */
  readonly id: string;
  /** What it is, for people who do not see where it stands. */
  readonly label: string;
  /** May contain names that come from a host. */
  readonly text: string;
  /** Offers the text for download under this name. */
  readonly fileName?: string;
}

const longestLine = 4000;

/** Text to copy: commands, a file, an object. */
export const CodeListing = ({ id, label, text, fileName }: CodeListingProps) => {
  const { t } = useReadinessTranslation();
  const [copied, setCopied] = useState<boolean | null>(null);
  const shown = text
    .split('\n')
    .map((line) => printable(line, longestLine))
    .join('\n');
  const copy = () => {
    // A page that was not served securely has no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    (clipboard === undefined ? Promise.reject(new Error('no clipboard')) : clipboard.writeText(shown)).then(
      () => {
        setCopied(true);
      },
      () => {
        setCopied(false);
      },
    );
  };
  return (
    <CodeBlock
      role="group"
      aria-label={label}
      actions={
        <>
          <CodeBlockAction>
            <ClipboardCopyButton
              id={`${id}-copy`}
              textId={`${id}-text`}
              aria-label={t('Copy: {{label}}', { label })}
              variant="plain"
              onClick={copy}
              onTooltipHidden={() => {
                setCopied(null);
              }}
            >
              {copied === null ? t('Copy') : copied ? t('Copied') : t('Select the text to copy it')}
            </ClipboardCopyButton>
          </CodeBlockAction>
          {fileName !== undefined && (
            <CodeBlockAction>
              <Button
                component="a"
                variant="plain"
                icon={<DownloadIcon />}
                aria-label={t('Download {{fileName}}', { fileName })}
                href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
                download={fileName}
              />
            </CodeBlockAction>
          )}
        </>
      }
    >
      <CodeBlockCode id={`${id}-text`}>{shown}</CodeBlockCode>
    </CodeBlock>
  );
};

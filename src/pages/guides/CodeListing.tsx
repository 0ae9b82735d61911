import { Button, CodeBlock, CodeBlockAction, CodeBlockCode } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { printable } from '../../components/printable';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { CopyButton } from './CopyButton';

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

/** Text to copy: commands, a file, an object. A single line has its button beside it. */
export const CodeListing = ({ id, label, text, fileName }: CodeListingProps) => {
  const { t } = useReadinessTranslation();
  const shown = text
    .split('\n')
    .map((line) => printable(line, longestLine))
    .join('\n');
  if (fileName === undefined && !shown.includes('\n')) {
    return (
      <div className="calico-readiness__command">
        <CodeBlock role="group" aria-label={label}>
          <CodeBlockCode id={`${id}-text`}>{shown}</CodeBlockCode>
        </CodeBlock>
        <CopyButton label={label} text={shown} />
      </div>
    );
  }
  return (
    <CodeBlock
      role="group"
      aria-label={label}
      actions={
        <>
          <CodeBlockAction>
            <CopyButton label={label} text={shown} />
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

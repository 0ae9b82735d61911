import { Button, CodeBlock, CodeBlockAction, CodeBlockCode } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { CopyButton } from '../CopyButton';
import { printable } from '../printable';
import './listing.css';

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

/** Text to copy: commands, an object, or a file with its name above it. Where the bar above would be empty, the button stands beside. */
export const CodeListing = ({ id, label, text, fileName }: CodeListingProps) => {
  const { t } = useReadinessTranslation();
  const shown = text
    .split('\n')
    .map((line) => printable(line, longestLine))
    .join('\n');
  const code = <CodeBlockCode id={`${id}-text`}>{shown}</CodeBlockCode>;
  if (fileName === undefined) {
    return (
      <div className="calico-readiness__listing">
        <CodeBlock role="group" aria-label={label} className="calico-readiness__code">
          {code}
        </CodeBlock>
        <CopyButton label={label} text={shown} />
      </div>
    );
  }
  return (
    <CodeBlock
      role="group"
      aria-label={label}
      className="calico-readiness__code calico-readiness__file"
      actions={
        <>
          <bdi className="calico-readiness__file-name">{fileName}</bdi>
          <CodeBlockAction>
            <CopyButton label={label} text={shown} />
          </CodeBlockAction>
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
        </>
      }
    >
      {code}
    </CodeBlock>
  );
};

import { CodeBlock, CodeBlockCode } from '@patternfly/react-core';
import { LabelledSpinner } from '../../../components/labelled/LabelledSpinner';
import { LabelledAlert } from '../../../components/labelled/LabelledAlert';
import { printable } from '../../../components/printable';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { MachineConfigResource } from '../../../k8s/machine-config';
import type { DifferenceLine } from './difference';
import { useDifference } from './useDifference';
import '../../../components/listing/listing.css';

interface DifferenceViewProps {
  readonly before: MachineConfigResource | undefined;
  readonly after: MachineConfigResource;
}

const longestLine = 4000;

/** What the cluster has beside what is proposed; each line says by its sign what becomes of it. */
export const DifferenceView = ({ before, after }: DifferenceViewProps) => {
  const { t, number } = useReadinessTranslation();
  const state = useDifference(before, after);
  if (state.status === 'loading') return <LabelledSpinner label={t('Comparing')} />;
  if (state.status === 'failed') {
    return (
      <LabelledAlert
        variant="danger"
        isInline
        component="h4"
        title={t('A part of the plugin could not be loaded. Reload the page.')}
      />
    );
  }
  const { lines, added, removed, isCut } = state.difference;
  return (
    <>
      <p>
        {t('+ {{added}} lines, − {{removed}} lines. Files are shown decoded.', {
          added: number(added),
          removed: number(removed),
        })}
        {isCut && ` ${t('The objects are too long to compare all of them.')}`}
      </p>
      <CodeBlock
        role="group"
        aria-label={t('Difference between the cluster and the proposal')}
        className="calico-readiness__code"
      >
        <CodeBlockCode>
          {lines.map((line, index) => (
            <Line key={index} line={line} />
          ))}
        </CodeBlockCode>
      </CodeBlock>
    </>
  );
};

const Line = ({ line }: { line: DifferenceLine }) => {
  const { t, number } = useReadinessTranslation();
  switch (line.kind) {
    case 'added':
      return (
        <ins className="calico-readiness__line calico-readiness__line-added">{`+ ${printable(line.text, longestLine)}\n`}</ins>
      );
    case 'removed':
      return (
        <del className="calico-readiness__line calico-readiness__line-removed">{`− ${printable(line.text, longestLine)}\n`}</del>
      );
    case 'same':
      return <span className="calico-readiness__line">{`  ${printable(line.text, longestLine)}\n`}</span>;
    case 'skipped':
      return (
        <span className="calico-readiness__line">{`  … ${t('{{number}} lines are the same', { count: line.lines, number: number(line.lines) })}\n`}</span>
      );
    default:
      return line satisfies never;
  }
};

import type { Connectivity } from '@calico-readiness/requirements';
import type { RowVerdict } from '../fleet/node-row';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import { VerdictIcon } from './VerdictIcon';
import { verdictWord } from './verdict-words';

interface NodeVerdictLabelProps {
  readonly verdict: RowVerdict;
  /** Shown as a second line wherever there is room for one. */
  readonly connectivity?: Connectivity;
}

/** The verdict of a node: symbol and word, and what is known of its flows. */
export const NodeVerdictLabel = ({ verdict, connectivity }: NodeVerdictLabelProps) => {
  const { t } = useReadinessTranslation();
  return (
    <>
      <span className="calico-readiness__verdict">
        <VerdictIcon of={verdict} /> <span>{verdictWord(t, verdict)}</span>
      </span>
      {connectivity && (
        <span className="calico-readiness__second-line">
          <VerdictIcon of={connectivity} /> <span>{verdictWord(t, connectivity)}</span>
        </span>
      )}
    </>
  );
};

import type { Verdict } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { VerdictIcon } from './VerdictIcon';
import { verdictWord } from './verdict-words';

/** The verdict of one requirement: symbol and word. */
export const VerdictLabel = ({ verdict }: { verdict: Verdict }) => {
  const { t } = useReadinessTranslation();
  return (
    <span className="calico-readiness__verdict">
      <VerdictIcon of={verdict} /> <span>{verdictWord(t, verdict)}</span>
    </span>
  );
};

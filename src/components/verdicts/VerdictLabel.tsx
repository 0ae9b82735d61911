import type { ReadWaiver, Verdict } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { listOf } from '../sentence-with';
import { waivedUntil } from '../waived-until';
import { VerdictIcon } from './VerdictIcon';
import { verdictWord } from './verdict-words';

interface VerdictLabelProps {
  readonly verdict: Verdict;
  /** The waiver that covers it. */
  readonly waiver?: ReadWaiver | undefined;
}

/** The verdict of one requirement: symbol and word. What is waived keeps its word, and says until when. */
export const VerdictLabel = ({ verdict, waiver }: VerdictLabelProps) => {
  const translation = useReadinessTranslation();
  const word = verdictWord(translation.t, verdict);
  if (waiver === undefined)
    return (
      <span className="calico-readiness__verdict">
        <VerdictIcon of={verdict} /> <span>{word}</span>
      </span>
    );
  // The verdict and until when it is waived, as in "Fail, waived until 1 December".
  return (
    <>
      {listOf(translation.language, [
        <span key="verdict" className="calico-readiness__verdict">
          <VerdictIcon of="Waived" /> <span>{word}</span>
        </span>,
        waivedUntil(translation, waiver),
      ])}
    </>
  );
};

import { VerdictIcon } from '../../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../../components/verdicts/verdict-words';
import type { RowGroup } from '../../../fleet/groups/row-group';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { countSymbols } from './group-cell';
import { countsText } from './group-text';

interface GroupVerdictCellProps {
  readonly group: RowGroup;
  /** The position of the row on the page, from 0. */
  readonly index: number;
  readonly isTabStop: boolean;
}

/** The verdict that the nodes of a group share, or how many have the worst; and the same of their flows. */
export const GroupVerdictCell = ({ group, index, isTabStop }: GroupVerdictCellProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const verdicts = countSymbols(group, ({ verdict }) => verdict);
  const flows = countSymbols(group, ({ connectivity }) => connectivity);
  const worst = verdicts[0]?.symbol ?? 'NoReport';
  const isMixed = verdicts.length > 1;
  const isJudged = group.kinds.some(({ row }) => row.report !== undefined && row.verdict !== 'Stale');
  const all = [countsText(translation, verdicts), ...(isJudged ? [flowsText()] : [])].join('; ');
  return (
    <td
      role="gridcell"
      aria-colindex={2}
      aria-label={isMixed ? t('Mixed: {{counts}}', { counts: all }) : all}
      title={isMixed || flows.length > 1 ? all : undefined}
      data-row={index}
      data-first={1}
      tabIndex={isTabStop ? 0 : -1}
    >
      <span className="calico-readiness__verdict">
        <VerdictIcon of={worst} />{' '}
        {isMixed
          ? t('{{number}} {{verdict}}', { number: number(verdicts[0]?.count ?? 0), verdict: verdictWord(t, worst) })
          : verdictWord(t, worst)}
      </span>
      {isJudged && (
        <span className="calico-readiness__second-line">
          {flows.length > 1 ? t('connectivity differs') : flowsWord(flows[0]?.symbol)}
        </span>
      )}
    </td>
  );

  function flowsText(): string {
    const texts = flows.map(({ symbol, count }) => {
      const values = { number: number(count) };
      if (symbol === 'Verified') return t('{{number}} verified', values);
      return symbol === 'Broken' ? t('{{number}} broken', values) : t('{{number}} not verified', values);
    });
    return `${t('Connectivity')}: ${texts.join(', ')}`;
  }

  function flowsWord(symbol: string | undefined): string {
    if (symbol === 'Verified') return t('verified');
    return symbol === 'Broken' ? t('broken') : t('not verified');
  }
};

import type { ReactNode } from 'react';
import type { ReportedFlowCell } from '@calico-readiness/requirements';
import { VerdictIcon } from '../../../components/verdicts/VerdictIcon';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface FlowCellProps {
  /** Undefined where no pair was tested. */
  readonly cell: ReportedFlowCell | undefined;
  readonly isStale: boolean;
  /** What tests its pairs again, where any fail. */
  readonly again?: ReactNode;
}

/** One flow from one group to another: symbol, words, and a bar beside the number of pairs that fail. */
export const FlowCell = ({ cell, isStale, again }: FlowCellProps) => {
  const { t, number } = useReadinessTranslation();
  const tested = Math.max(cell?.tested ?? 0, cell?.failing ?? 0);
  if (cell === undefined || tested === 0)
    return (
      <span className="calico-readiness__quiet">
        <VerdictIcon of="NotApplicable" /> {t('Not tested')}
      </span>
    );
  if (cell.failing === 0)
    return (
      <>
        <VerdictIcon of={isStale ? 'Stale' : 'Pass'} /> {/* How many pairs of nodes, in a cell of a table. */}
        {t('{{number}} pass', { number: number(tested) })}
      </>
    );
  return (
    <span className="calico-readiness__flow-cell">
      <span>
        <VerdictIcon of={isStale ? 'Stale' : 'Fail'} />{' '}
        {t('{{some}} of {{all}} fail', { some: number(cell.failing), all: number(tested) })}
      </span>
      <span className="calico-readiness__bar" aria-hidden="true">
        <span
          className={`calico-readiness__bar-part${isStale ? '' : ' calico-readiness__bar-part--Fail'}`}
          style={{ inlineSize: `${String((100 * cell.failing) / tested)}%` }}
        />
      </span>
      {again}
    </span>
  );
};

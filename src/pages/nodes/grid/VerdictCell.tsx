import type { Connectivity } from '@calico-readiness/requirements';
import { VerdictIcon } from '../../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../../components/verdicts/verdict-words';
import { ChangeArrow } from '../../../components/what-if/ChangeArrow';
import type { NodeRow } from '../../../fleet/node-row';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface VerdictCellProps {
  readonly t: ReadinessTranslation['t'];
  readonly row: NodeRow;
  readonly index: number;
  readonly isTabStop: boolean;
}

/** The verdict of a node and what is known of its flows; in a what-if that changes the verdict, both. */
export const VerdictCell = ({ t, row, index, isTabStop }: VerdictCellProps) => {
  const verdict = verdictWord(t, row.verdict);
  const before = row.present !== undefined && row.present.verdict !== row.verdict ? row.present.verdict : undefined;
  return (
    <td
      role="gridcell"
      aria-colindex={2}
      data-row={index}
      data-first={1}
      tabIndex={isTabStop ? 0 : -1}
      className={before === undefined ? undefined : 'calico-readiness__cell-changed'}
    >
      <span className="calico-readiness__verdict">
        {before !== undefined && (
          <>
            <span className="pf-v6-screen-reader">
              {t('was {{before}}, would be {{after}}', { before: verdictWord(t, before), after: verdict })}
            </span>
            <VerdictIcon of={before} />
            <ChangeArrow />
          </>
        )}
        <VerdictIcon of={row.verdict} /> <span aria-hidden={before !== undefined}>{verdict}</span>
      </span>
      {row.report !== undefined && row.verdict !== 'Stale' && (
        <span className="calico-readiness__second-line">
          <span className="pf-v6-screen-reader">{t('Connectivity')}: </span>
          {connectivityWord(t, row.connectivity)}
        </span>
      )}
    </td>
  );
};

function connectivityWord(t: ReadinessTranslation['t'], connectivity: Connectivity): string {
  switch (connectivity) {
    case 'Verified':
      return t('verified');
    case 'NotVerified':
      return t('not verified');
    case 'Broken':
      return t('broken');
    default:
      return connectivity satisfies never;
  }
}

import { memo } from 'react';
import type { Connectivity } from '@calico-readiness/requirements';
import { ageText } from '../../components/age-text';
import { nodeTabAddress } from '../../components/addresses';
import { NodeName } from '../../components/NodeName';
import { printable } from '../../components/printable';
import { VerdictIcon } from '../../components/VerdictIcon';
import { verdictWord } from '../../components/verdict-words';
import { ChangeArrow } from '../../components/what-if/ChangeArrow';
import { Link } from '../../console/router';
import type { NodeRow } from '../../fleet/node-row';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { cellText } from './cell-text';
import { leadingColumns } from './MatrixHead';
import type { ShownColumn } from './shown-columns';

interface MatrixRowProps {
  readonly row: NodeRow;
  readonly columns: readonly ShownColumn[];
  /** Position on the page from 0, and in the whole grid from 1. */
  readonly index: number;
  readonly gridIndex: number;
  /** The column that holds the grid's tab stop, or null when another row does. */
  readonly activeColumn: number | null;
  /** The key of the column whose panel is open. */
  readonly openColumn: string | null;
}

/** One node. Cells are plain: thousands of them are drawn, so clicks and keys are handled by the table. */
export const MatrixRow = memo(({ row, columns, index, gridIndex, activeColumn, openColumn }: MatrixRowProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { report } = row;
  const before = row.present !== undefined && row.present.verdict !== row.verdict ? row.present.verdict : undefined;
  const tabStop = (column: number): 0 | -1 => (activeColumn === column ? 0 : -1);
  return (
    <tr role="row" aria-rowindex={gridIndex} className={openColumn === null ? undefined : 'calico-readiness__row-open'}>
      <th
        scope="row"
        role="rowheader"
        aria-colindex={1}
        data-row={index}
        data-first={0}
        className="calico-readiness__node-column"
      >
        <Link to={nodeTabAddress(row.name)} tabIndex={tabStop(0)} aria-label={row.name}>
          <NodeName>{row.name}</NodeName>
        </Link>
        <span className="calico-readiness__second-line">{secondLine(translation, row)}</span>
      </th>
      <td
        role="gridcell"
        aria-colindex={2}
        data-row={index}
        data-first={1}
        tabIndex={tabStop(1)}
        className={before === undefined ? undefined : 'calico-readiness__cell-changed'}
      >
        <span className="calico-readiness__verdict">
          {before !== undefined && (
            <>
              <span className="pf-v6-screen-reader">
                {t('was {{before}}, would be', { before: verdictWord(t, before) })}{' '}
              </span>
              <VerdictIcon of={before} />
              <ChangeArrow />
            </>
          )}
          <VerdictIcon of={row.verdict} /> {verdictWord(t, row.verdict)}
        </span>
        {report !== undefined && row.verdict !== 'Stale' && (
          <span className="calico-readiness__second-line">
            <span className="pf-v6-screen-reader">{t('Connectivity')}: </span>
            {connectivityWord(t, row.connectivity)}
          </span>
        )}
      </td>
      {report === undefined ? (
        <td
          role="gridcell"
          aria-colindex={leadingColumns + 1}
          colSpan={columns.length}
          data-row={index}
          data-first={leadingColumns}
          data-last={leadingColumns + columns.length - 1}
          tabIndex={activeColumn !== null && activeColumn >= leadingColumns ? 0 : -1}
          className="calico-readiness__quiet calico-readiness__chapter-start"
        >
          {row.reportOfEarlierNode
            ? t('The report of this name is about an earlier node; the agent has not reported for this one yet.')
            : t('The node is in the Node list and has no report. See whether the agent’s pod runs there.')}
        </td>
      ) : (
        columns.map((shown, offset) => {
          const { symbol, word, sentence, before: was } = cellText(translation, row, report, shown);
          const column = leadingColumns + offset;
          return (
            <td
              key={shown.key}
              role="gridcell"
              aria-colindex={column + 1}
              aria-label={sentence}
              aria-selected={openColumn === shown.key}
              data-row={index}
              data-first={column}
              data-cell={shown.key}
              tabIndex={tabStop(column)}
              className={[
                'calico-readiness__cell',
                ...(shown.chapter !== columns[offset - 1]?.chapter ? ['calico-readiness__chapter-start'] : []),
                ...(was === undefined ? [] : ['calico-readiness__cell-changed']),
              ].join(' ')}
            >
              {was !== undefined && (
                <>
                  <VerdictIcon of={was} />
                  <ChangeArrow />
                </>
              )}
              <VerdictIcon of={symbol} />
              {word !== '' && <span className="calico-readiness__word">{word}</span>}
            </td>
          );
        })
      )}
    </tr>
  );
});
MatrixRow.displayName = 'MatrixRow';

/** Pool and operating system; of a stale report, when it was last seen. */
function secondLine(translation: ReadinessTranslation, { pool, system, verdict, age }: NodeRow): string {
  const { t } = translation;
  const parts = [
    pool === null ? '' : printable(pool.name, 63),
    verdict === 'Stale' && age !== undefined
      ? t('seen {{ago}}', { ago: ageText(translation, age) })
      : printable(system.name, 40),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

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

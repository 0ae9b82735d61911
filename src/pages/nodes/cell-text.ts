import { printable } from '../../components/printable';
import type { SymbolName } from '../../components/verdict-symbols';
import { verdictWord } from '../../components/verdict-words';
import { chapterTitle } from '../../components/chapter-titles';
import { isUntestedFlow } from '../../fleet/causes';
import { chapterCell, findingIn } from '../../fleet/cells';
import type { NodeRow } from '../../fleet/node-row';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadReport } from '../../k8s/read-node-report';
import type { ShownColumn } from './shown-columns';

/** What a cell shows, and what it says to who can't see it. */
export interface CellText {
  readonly symbol: SymbolName;
  /** Beside the symbol; empty for Pass and not applicable. */
  readonly word: string;
  /** Requirement, verdict, node. */
  readonly sentence: string;
}

export function cellText(translation: ReadinessTranslation, row: NodeRow, report: ReadReport, shown: ShownColumn): CellText {
  const { t } = translation;
  const subject = columnTitle(translation, shown);
  const sentence = (verdict: string): string => t('{{requirement}}, {{verdict}}, {{node}}', { requirement: subject, verdict, node: row.name });
  if (row.verdict === 'Stale') return { symbol: 'Stale', word: t('Stale'), sentence: sentence(t('Stale')) };
  if (shown.column === undefined) {
    const cell = chapterCell(report, shown.chapter);
    const verdict = verdictWord(t, cell.verdict);
    if (cell.verdict === 'Pass' || cell.verdict === 'NotApplicable') return { symbol: cell.verdict, word: '', sentence: sentence(verdict) };
    if (cell.untested) return { symbol: 'Unknown', word: t('Untested'), sentence: sentence(t('Untested')) };
    const word = t('{{some}} of {{all}}', { some: translation.number(cell.count), all: translation.number(cell.applicable) });
    return { symbol: cell.verdict, word, sentence: sentence(`${verdict} ${word}`) };
  }
  const finding = findingIn(report, shown.column);
  const verdict = isUntestedFlow(finding) ? t('Untested') : verdictWord(t, finding.verdict);
  return { symbol: finding.verdict, word: shortWord(t, finding.verdict, verdict), sentence: sentence(verdict) };
}

function shortWord(t: ReadinessTranslation['t'], verdict: SymbolName, word: string): string {
  if (verdict === 'Pass' || verdict === 'NotApplicable') return '';
  return word === t('Unknown') ? t('Unkn') : word;
}

/** The head of a column. */
export function columnTitle({ t, message }: ReadinessTranslation, { column, chapter }: ShownColumn): string {
  if (column === undefined) return chapterTitle(t, chapter.key);
  return column.requirement === undefined ? printable(column.id, 63) : message(column.requirement.shortTitle);
}

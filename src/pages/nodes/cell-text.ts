import { printable } from '../../components/printable';
import type { SymbolName } from '../../components/verdict-symbols';
import { verdictWord } from '../../components/verdict-words';
import { chapterTitle } from '../../components/chapter-titles';
import { chapterCell, findingIn } from '../../fleet/cells';
import type { ChapterCell } from '../../fleet/cells';
import type { NodeRow } from '../../fleet/node-row';
import { isUntestedFlow } from '../../fleet/unmet-findings';
import { chapterCellBefore, findingBefore } from '../../fleet/what-if-changes';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadFinding, ReadReport } from '../../k8s/read-node-report';
import type { ShownColumn } from './shown-columns';

/** What a cell shows, and what it says to who can't see it. */
export interface CellText {
  readonly symbol: SymbolName;
  /** Beside the symbol; empty for Pass and not applicable. */
  readonly word: string;
  /** In a what-if that changes the cell: the symbol of the present. */
  readonly before?: SymbolName;
  /** Requirement, verdict, node; of a changed cell both verdicts. */
  readonly sentence: string;
}

export function cellText(
  translation: ReadinessTranslation,
  row: NodeRow,
  report: ReadReport,
  shown: ShownColumn,
): CellText {
  const { t } = translation;
  const subject = columnTitle(translation, shown);
  const sentence = (verdict: string, before?: string): string =>
    before === undefined
      ? t('{{requirement}}, {{verdict}}, {{node}}', { requirement: subject, verdict, node: row.name })
      : t('{{requirement}}, was {{before}}, would be {{after}}, {{node}}', {
          requirement: subject,
          before,
          after: verdict,
          node: row.name,
        });
  if (row.verdict === 'Stale') return { symbol: 'Stale', word: t('Stale'), sentence: sentence(t('Stale')) };
  if (shown.column === undefined) {
    const cell = chapterCell(report, shown.chapter);
    const { word, full } = chapterWords(translation, cell);
    const before = chapterCellBefore(row, shown.chapter);
    return {
      symbol: cell.verdict,
      word,
      sentence: sentence(full, before && chapterWords(translation, before).full),
      ...(before && { before: before.verdict }),
    };
  }
  const finding = findingIn(report, shown.column);
  const verdict = findingWord(t, finding);
  const before = findingBefore(row, shown.column);
  return {
    symbol: finding.verdict,
    word: shortWord(t, finding.verdict, verdict),
    sentence: sentence(verdict, before && findingWord(t, before)),
    ...(before && { before: before.verdict }),
  };
}

const findingWord = (t: ReadinessTranslation['t'], finding: ReadFinding): string =>
  isUntestedFlow(finding) ? t('Untested') : verdictWord(t, finding.verdict);

/** What stands beside the symbol of a chapter, and what stands for both. */
function chapterWords({ t, number }: ReadinessTranslation, cell: ChapterCell): { word: string; full: string } {
  const verdict = verdictWord(t, cell.verdict);
  if (cell.verdict === 'Pass' || cell.verdict === 'NotApplicable') return { word: '', full: verdict };
  if (cell.untested) return { word: t('Untested'), full: t('Untested') };
  const word = t('{{some}} of {{all}}', { some: number(cell.count), all: number(cell.applicable) });
  return { word, full: `${verdict} ${word}` };
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

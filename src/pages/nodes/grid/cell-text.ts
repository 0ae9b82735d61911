import { waivedUntil } from '../../../components/waived-until';
import { verdictWord } from '../../../components/verdicts/verdict-words';
import type { SymbolName } from '../../../components/verdicts/verdict-words';
import type { ChapterCell } from '../../../fleet/cells';
import { isUntestedFlow } from '../../../fleet/unmet-findings';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../../k8s/read-findings';
import type { ShownCell } from '../shown-cell';
import type { ShownColumn } from '../shown-columns';

/** What a cell shows, and what it says to who can't see it. */
export interface CellText {
  readonly symbol: SymbolName;
  /** Beside the symbol; empty for Pass and not applicable. */
  readonly word: string;
  /** In a what-if that changes the cell: the symbol of the current state. */
  readonly before?: SymbolName;
  /** Requirement, verdict, node; of a changed cell both verdicts. */
  readonly sentence: string;
  /** What the symbol alone does not say, for a pointer that rests on the cell: until when it is waived. */
  readonly note?: string;
}

/** `subject` and `node` are what the column and the row are called. */
export function cellText(
  translation: ReadinessTranslation,
  shown: ShownCell,
  { subject, node }: { readonly subject: string; readonly node: string },
): CellText {
  const { t } = translation;
  const sentence = (verdict: string, before?: string): string =>
    before === undefined
      ? t('{{requirement}}, {{verdict}}, {{node}}', { requirement: subject, verdict, node })
      : t('{{requirement}}, was {{before}}, would be {{after}}, {{node}}', {
          requirement: subject,
          before,
          after: verdict,
          node,
        });
  switch (shown.kind) {
    case 'stale':
      return { symbol: 'Stale', word: t('Stale'), sentence: sentence(t('Stale')) };
    case 'chapter': {
      const { cell, before } = shown;
      const { word, full } = chapterWords(translation, cell);
      return {
        symbol: cell.verdict,
        word,
        sentence: sentence(full, before && chapterWords(translation, before).full),
        ...(before && { before: before.verdict }),
      };
    }
    case 'requirement': {
      const { finding, before, waiver } = shown;
      const verdict = findingWord(t, finding);
      const said = waiver === undefined ? verdict : `${verdict}, ${waivedUntil(translation, waiver)}`;
      return {
        symbol: waiver === undefined ? finding.verdict : 'Waived',
        word: shortWord(finding.verdict, verdict),
        sentence: sentence(said, before && findingWord(t, before)),
        ...(waiver && { note: waivedUntil(translation, waiver) }),
        ...(before && { before: before.verdict }),
      };
    }
    default:
      return shown satisfies never;
  }
}

const findingWord = (t: ReadinessTranslation['t'], finding: ReadFinding): string =>
  isUntestedFlow(finding) ? t('Untested') : verdictWord(t, finding.verdict);

/** What stands beside the symbol of a chapter, and what stands for both. */
function chapterWords({ t, number }: ReadinessTranslation, cell: ChapterCell): { word: string; full: string } {
  const verdict = verdictWord(t, cell.verdict);
  if (cell.verdict === 'Pass' || cell.verdict === 'NotApplicable') return { word: '', full: verdict };
  if (cell.untested) return { word: t('Untested'), full: t('Untested') };
  const counts = { some: number(cell.count), all: number(cell.applicable) };
  return {
    word: t('{{some}} of {{all}}', counts),
    full: t('{{verdict}} {{some}} of {{all}}', { ...counts, verdict }),
  };
}

const shortWord = (verdict: SymbolName, word: string): string =>
  verdict === 'Pass' || verdict === 'NotApplicable' ? '' : word;

/** The words that can stand beside the symbol of a column's cells, all of which could be the widest. */
export function longestWords({ t, number }: ReadinessTranslation, { column, chapter }: ShownColumn): string[] {
  const words = [t('Fail'), t('Warn'), t('Unknown'), t('Stale')];
  if (column === undefined) {
    const all = number(chapter.columns.length);
    return [...words, t('Untested'), t('{{some}} of {{all}}', { some: all, all })];
  }
  return column.requirement?.scope === 'flow' ? [...words, t('Untested')] : words;
}

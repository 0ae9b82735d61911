import { printable } from '../../../components/printable';
import { verdictWord } from '../../../components/verdicts/verdict-words';
import type { SymbolName } from '../../../components/verdicts/verdict-words';
import type { Grouping } from '../../../fleet/groups/group-rows';
import type { RowGroup } from '../../../fleet/groups/row-group';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { cellText } from '../grid/cell-text';
import type { GroupCell, SymbolCount } from './group-cell';

/** What a group is called: what its nodes share, or how many there are. */
export function groupTitle(translation: ReadinessTranslation, grouping: Grouping, { value, rows }: RowGroup): string {
  const { t } = translation;
  if (value !== '') return printable(value, 63);
  switch (grouping) {
    case 'none':
    case 'findings':
      return nodeCount(translation, rows.length);
    case 'pool':
      return t('No pool');
    case 'zone':
      return t('No zone');
    case 'system':
      return t('Unknown operating system');
    case 'kernel':
      return t('Unknown kernel');
    default:
      return grouping satisfies never;
  }
}

/** Below the title: how many nodes, of which pools, with which operating systems; what the title says is left out. */
export function groupDetails(translation: ReadinessTranslation, grouping: Grouping, group: RowGroup): string {
  const parts = [
    grouping === 'findings' ? '' : nodeCount(translation, group.rows.length),
    grouping === 'pool' ? '' : someOf(group.pools),
    grouping === 'system' ? '' : someOf(group.systems),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const nodeCount = ({ t, number }: ReadinessTranslation, count: number): string =>
  t('{{number}} nodes', { count, number: number(count) });

const mostNamed = 3;

function someOf(values: readonly string[]): string {
  const named = values.filter((value) => value !== '').map((value) => printable(value, 40));
  return [...named.slice(0, mostNamed), ...(named.length > mostNamed ? ['…'] : [])].join(', ');
}

/** How many nodes have which verdict, in words. */
export const countsText = ({ t, number }: ReadinessTranslation, counts: readonly SymbolCount[]): string =>
  counts
    .map(({ symbol, count }) => t('{{number}} {{verdict}}', { number: number(count), verdict: verdictWord(t, symbol) }))
    .join(', ');

/** What the cell of a group shows, and what it says to who can't see it. */
export interface GroupCellText {
  readonly symbol: SymbolName;
  readonly word: string;
  /** In a what-if that changes the cells of all nodes alike: the symbol of the current state. */
  readonly before?: SymbolName;
  /** Where nodes differ: the second worst, and whether there are more. */
  readonly other?: SymbolCount & { readonly isLast: boolean };
  readonly sentence: string;
  /** Where all say the same: what the symbol alone does not say. */
  readonly note?: string;
}

/** `subject` and `group` are what the column and the row are called. */
export function groupCellText(
  translation: ReadinessTranslation,
  { counts, shared }: GroupCell,
  { subject, group }: { readonly subject: string; readonly group: string },
): GroupCellText {
  const { t, number } = translation;
  if (shared !== undefined) return cellText(translation, shared, { subject, node: group });
  const [worst, other] = counts;
  const symbol = worst?.symbol ?? 'Unknown';
  if (other === undefined) {
    // The same verdict of a chapter, with other numbers of requirements.
    const verdict = verdictWord(t, symbol);
    return {
      symbol,
      word: symbol === 'Pass' || symbol === 'NotApplicable' ? '' : verdict,
      sentence: t('{{requirement}}, {{verdict}}, {{node}}', { requirement: subject, verdict, node: group }),
    };
  }
  return {
    symbol,
    word: number(worst?.count ?? 0),
    other: { ...other, isLast: counts.length === 2 },
    sentence: t('{{requirement}}, mixed: {{counts}}, {{node}}', {
      requirement: subject,
      counts: countsText(translation, counts),
      node: group,
    }),
  };
}

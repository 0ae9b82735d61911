import { createColors } from 'picocolors';
import type { PrintableRoot, PrintStyle } from './printable-report';
import type { Cell } from './text-columns';
import { sideBySide } from './text-columns';
import { inVerdictColour, verdictSymbols } from './verdict-symbols';
import { verdictWords } from './wording';

/** Columns of the left edge, the verdict and the gaps behind both, as in the table below. */
const indent = 13;

/** What keeps several requirements from being met, above the table: one remedy serves them all. Nothing where there is no root. */
export function tableRoots(roots: readonly PrintableRoot[], style: PrintStyle): string[] {
  if (roots.length === 0) return [];
  return [createColors(style.colour).bold('Root causes'), ...roots.flatMap((root) => lines(root, style)), ''];
}

function lines({ verdict, title, observed, remedy, requirements }: PrintableRoot, style: PrintStyle): string[] {
  const { width, unicode, colour } = style;
  const colours = createColors(colour);
  const badge = {
    text: `${verdictSymbols(unicode)[verdict]} ${verdictWords[verdict]}`,
    width: indent - 4,
    paint: (text: string): string => inVerdictColour(verdict, text, colours),
  };
  const row = (...cells: readonly Cell[]): string[] =>
    sideBySide([{ text: '', width: 0 }, ...cells], unicode ? '…' : '...');
  const nothing = { text: '', width: indent - 4 };
  const dim = (text: string): Cell => ({ text, width: width - indent, paint: colours.dim, mostLines: 3 });
  return [
    ...row(badge, { text: title, width: width - indent }),
    ...(observed === '' ? [] : row(nothing, dim(`Seen: ${observed}`))),
    ...row(nothing, dim(`Explains ${String(requirements.length)}: ${requirements.join(', ')}`)),
    ...row(nothing, { text: unicode ? '→' : '>', width: 1 }, { text: remedy, width: width - indent - 3 }),
  ];
}

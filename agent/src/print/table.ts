import { chapters } from '@calico-readiness/requirements';
import { createColors } from 'picocolors';
import { printableAscii } from './printable-ascii';
import type { PrintableFinding, Printer, PrintStyle } from './printable-report';
import { tableRoots } from './table-roots';
import { tableSummary } from './table-summary';
import type { Cell } from './text-columns';
import { sideBySide } from './text-columns';
import { inVerdictColour, verdictSymbols } from './verdict-symbols';
import { chapterTitles, verdictWords } from './wording';

/** Below this width three columns become slivers, so that what was seen and needed goes below the sentence instead. */
const narrowest = 96;

/** For a person at a terminal: by chapter, with what was seen and needed, what to do, and a summary at the end. */
export const printTable: Printer = (report, style) => {
  const text = [
    `Calico readiness of ${report.node}, observed ${report.report.status.observedAt}`,
    '',
    ...tableRoots(report.roots, style),
    ...chapters.flatMap((chapter) => {
      const rows = report.findings.filter(
        (finding) => finding.chapter === chapter && finding.verdict !== 'NotApplicable',
      );
      if (rows.length === 0) return [];
      return [...heading(chapterTitles[chapter], style), ...rows.flatMap((finding) => lines(finding, style)), ''];
    }),
    ...tableSummary(report, style),
  ].join('\n');
  return `${style.unicode ? text : printableAscii(text)}\n`;
};

/** Columns of the left edge, the verdict and the gaps behind both. */
const indent = 13;

/** Width of each of the columns of what was seen and what is needed; the sentence gets the rest. */
const evidenceWidth = (width: number): number => Math.floor((width - indent - 4) * 0.28);

const titleWidth = (width: number): number => width - indent - 4 - 2 * evidenceWidth(width);

function heading(title: string, { width, colour, unicode }: PrintStyle): string[] {
  const { bold, dim } = createColors(colour);
  const name = { text: title, width: indent + titleWidth(width), paint: bold };
  const evidence = ['Seen', 'Needed'].map((text) => ({ text, width: evidenceWidth(width), paint: dim }));
  return sideBySide([name, ...(width < narrowest ? [] : evidence)], ellipsis(unicode));
}

function lines(finding: PrintableFinding, style: PrintStyle): string[] {
  const { width, unicode, colour } = style;
  const { verdict, observed, needed, title } = finding;
  const colours = createColors(colour);
  const badge = {
    text: `${verdictSymbols(unicode)[verdict]} ${verdictWords[verdict]}`,
    width: indent - 4,
    paint: (text: string): string => inVerdictColour(verdict, text, colours),
  };
  const row = (cells: readonly Cell[]): string[] => sideBySide([{ text: '', width: 0 }, ...cells], ellipsis(unicode));
  const below = (cells: readonly Cell[]): string[] => row([{ text: '', width: indent - 4 }, ...cells]);
  const broken = (finding.breaks ?? []).flatMap((text) =>
    below([{ text: `Broken by ${text}`, width: width - indent, paint: colours.dim }]),
  );
  const remedy =
    finding.remedy === '' ? [] : below([arrow(unicode), { text: finding.remedy, width: width - indent - 3 }]);
  const predicted =
    finding.predicted === undefined
      ? []
      : below([nothing, { text: finding.predicted, width: width - indent - 3, paint: colours.dim }]);
  if (width < narrowest) {
    const rest = width - indent;
    const seen =
      observed === '' ? [] : below([{ text: `Seen: ${observed}`, width: rest, paint: colours.dim, mostLines: 3 }]);
    const need = below([{ text: `Needed: ${needed}`, width: rest, paint: colours.dim }]);
    return [...row([badge, { text: title, width: rest }]), ...seen, ...need, ...broken, ...remedy, ...predicted];
  }
  const evidence = [
    { text: observed === '' ? 'nothing' : observed, width: evidenceWidth(width), mostLines: 3 },
    { text: needed, width: evidenceWidth(width), paint: colours.dim },
  ];
  return [...row([badge, { text: title, width: titleWidth(width) }, ...evidence]), ...broken, ...remedy, ...predicted];
}

const nothing: Cell = { text: '', width: 1 };

const arrow = (unicode: boolean): Cell => ({ text: unicode ? '→' : '>', width: 1 });

const ellipsis = (unicode: boolean): string => (unicode ? '…' : '...');

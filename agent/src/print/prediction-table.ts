import { createColors } from 'picocolors';
import { printableAscii } from './printable-ascii';
import type { ComparedFinding, PrintablePrediction } from './printable-prediction';
import { comparedFindings } from './printable-prediction';
import type { PrintableReport, PrintStyle } from './printable-report';
import type { Cell } from './text-columns';
import { sideBySide } from './text-columns';
import { inVerdictColour, verdictLike, verdictSymbols } from './verdict-symbols';
import { nodeVerdictWords, summaryText, verdictWords } from './wording';

/** Columns of the verdict and of what it is now, with the gap behind each. */
const [verdictWidth, wasWidth] = [17, 20] as const;

/** For a person at a terminal: what the change mends and what it does not, with the reason, and both results. */
export function printPredictionTable(prediction: PrintablePrediction, style: PrintStyle): string {
  const { change, now, predicted, leftOut } = prediction;
  const { mended, worsened, notMended } = comparedFindings(prediction);
  const text = [
    `Calico readiness of ${now.node} at the next boot with ${change.join(', ')}, observed ${now.report.status.observedAt}`,
    '',
    ...section('Met with the change', mended, style),
    ...section('No longer met', worsened, style, prediction.whyStillManaged),
    ...section('Still not met', notMended, style, prediction.whyStillManaged),
    ...leftOutSection(leftOut, style),
    ...(mended.length + worsened.length === 0 ? ['The change meets no further requirement.', ''] : []),
    resultLine('Now', now, style),
    resultLine('With the change', predicted, style),
  ].join('\n');
  return `${style.unicode ? text : printableAscii(text)}\n`;
}

function section(title: string, pairs: readonly ComparedFinding[], style: PrintStyle, why?: string): readonly string[] {
  if (pairs.length === 0) return [];
  const { bold } = createColors(style.colour);
  return [bold(title), ...pairs.flatMap((pair) => lines(pair, style, why)), ''];
}

/** With the reason where there is a `why`, which NetworkManager's requirements show. */
function lines({ now, predicted }: ComparedFinding, style: PrintStyle, why?: string): readonly string[] {
  const colours = createColors(style.colour);
  const { verdict } = predicted;
  const ellipsis = style.unicode ? '…' : '...';
  const rest = style.width - verdictWidth - wasWidth - 6;
  const row = (cells: readonly Cell[]): string[] => sideBySide([{ text: '', width: 0 }, ...cells], ellipsis);
  const badge = {
    text: `${verdictSymbols(style.unicode)[verdict]} ${verdictWords[verdict]}`,
    width: verdictWidth,
    paint: (text: string): string => inVerdictColour(verdict, text, colours),
  };
  const was = { text: `was ${verdictWords[now.verdict]}`, width: wasWidth, paint: colours.dim };
  const below = (text: string): string[] =>
    text === ''
      ? []
      : row([
          { text: '', width: verdictWidth },
          { text: '', width: wasWidth },
          { text, width: rest, mostLines: 4 },
        ]);
  return [
    ...row([badge, was, { text: predicted.title, width: rest }]),
    ...(why === undefined || predicted.observed === '' ? [] : below(`Seen: ${predicted.observed}`)),
    ...(why !== undefined && predicted.requirement.startsWith('networkmanager-') ? below(why) : []),
    ...(why === undefined ? [] : below(predicted.remedy)),
  ];
}

function leftOutSection(leftOut: PrintablePrediction['leftOut'], style: PrintStyle): readonly string[] {
  if (leftOut.length === 0) return [];
  const { bold } = createColors(style.colour);
  const rows = leftOut.flatMap(({ what, why }) =>
    sideBySide(
      [
        { text: '', width: 0 },
        { text: `${what} ${why}`, width: style.width - 2, mostLines: 3 },
      ],
      '...',
    ),
  );
  return [bold('Left out: what these may change is Unknown'), ...rows, ''];
}

function resultLine(name: string, { report }: PrintableReport, style: PrintStyle): string {
  const { verdict, summary } = report.status;
  const colours = createColors(style.colour);
  const like = verdictLike[verdict];
  const text = `${verdictSymbols(style.unicode)[like]} ${nodeVerdictWords[verdict]}: ${summaryText(summary)}`;
  return `${colours.bold(name.padEnd(verdictWidth))}${inVerdictColour(like, text, colours)}`;
}

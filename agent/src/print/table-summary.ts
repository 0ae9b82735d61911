import { createColors } from 'picocolors';
import type { PrintableFinding, PrintableReport, PrintStyle } from './printable-report';
import { sideBySide } from './text-columns';
import { inVerdictColour, verdictLike, verdictSymbols } from './verdict-symbols';
import { connectivityWords, nodeVerdictWords, profileText, summaryText } from './wording';

/** The lines below the table: verdict and counts, connectivity, profile, and why the rest does not apply. */
export function tableSummary({ report, connectivity, findings }: PrintableReport, style: PrintStyle): string[] {
  const { verdict, summary, profile } = report.status;
  const colours = createColors(style.colour);
  const like = verdictLike[verdict];
  const result = `${verdictSymbols(style.unicode)[like]} ${nodeVerdictWords[verdict]}`;
  const rows: readonly (readonly [string, string, ((line: string) => string)?])[] = [
    ...(summary.notApplicable > 0 ? [['Not applicable', notApplicableText(findings), colours.dim] as const] : []),
    ['Profile', profileText(profile)],
    ['Connectivity', connectivityText(connectivity, findings)],
    ['Result', `${result}: ${summaryText(summary)}`, (line) => colours.bold(inVerdictColour(like, line, colours))],
  ];
  return rows.flatMap(([name, text, paint]) =>
    sideBySide(
      [
        { text: name, width: 14, paint: colours.bold },
        { text, width: style.width - 16, ...(paint && { paint }) },
      ],
      style.unicode ? '…' : '...',
    ),
  );
}

/** `17: the profile does not use the eBPF dataplane (9), …`, most frequent reason first. */
function notApplicableText(findings: readonly PrintableFinding[]): string {
  const counts = new Map<string, number>();
  for (const { verdict, notApplicableBecause } of findings) {
    if (verdict !== 'NotApplicable') continue;
    const reason = notApplicableBecause ?? 'the profile does not use it';
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([reason, count]) => `${reason} (${String(count)})`);
  return `${String(total)}: ${reasons.join('; ')}`;
}

function connectivityText(
  connectivity: PrintableReport['connectivity'],
  findings: readonly PrintableFinding[],
): string {
  const flows = findings.filter(({ scope, verdict }) => scope === 'flow' && verdict !== 'NotApplicable');
  const verified = flows.filter(({ verdict }) => verdict === 'Pass').length;
  return flows.length === 0
    ? connectivityWords[connectivity]
    : `${connectivityWords[connectivity]} (${String(verified)} of ${String(flows.length)} flows seen to work)`;
}

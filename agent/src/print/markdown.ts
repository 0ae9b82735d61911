import type { Verdict } from '@calico-readiness/requirements';
import { chapters } from '@calico-readiness/requirements';
import type { PrintableFinding, PrintableRoot, Printer } from './printable-report';
import { verdictSymbols } from './verdict-symbols';
import { chapterTitles, connectivityWords, nodeVerdictWords, profileText, summaryText, verdictWords } from './wording';

/** GitHub-flavoured Markdown for issues and wikis: one table per chapter, every text escaped. */
export const printMarkdown: Printer = ({ node, report, connectivity, roots, findings }, { unicode }) => {
  const { verdict, summary, profile, observedAt } = report.status;
  const symbols = verdictSymbols(unicode);
  const row = (finding: PrintableFinding): string =>
    tableRow([
      `${escape(symbols[finding.verdict])} ${verdictWords[finding.verdict]}`,
      `${escape(finding.title)} (${escape(finding.requirement)})`,
      escape(finding.observed),
      escape(finding.needed),
      escape(
        [
          ...(finding.breaks ?? []).map((text) => `Broken by ${text}`),
          finding.notApplicableBecause ?? finding.remedy,
        ].join(' '),
      ),
    ]);
  const sections = chapters.flatMap((chapter) => {
    const rows = findings.filter((finding) => finding.chapter === chapter);
    if (rows.length === 0) return [];
    const head = [
      tableRow(['Verdict', 'Requirement', 'Seen', 'Needed', 'What to do']),
      '| --- | --- | --- | --- | --- |',
    ];
    return [`## ${chapterTitles[chapter]}`, '', ...head, ...rows.map(row), ''];
  });
  return `${[
    `# Calico readiness of ${escape(node)}`,
    '',
    `- Result: **${nodeVerdictWords[verdict]}** (${summaryText(summary)})`,
    `- Connectivity: ${connectivityWords[connectivity]}`,
    `- Profile: ${escape(profileText(profile))}`,
    `- Observed: ${escape(observedAt)}`,
    '',
    ...rootSection(roots, symbols),
    ...sections,
  ].join('\n')}`;
};

/** What keeps several requirements from being met comes first: one remedy serves them all. */
const rootSection = (roots: readonly PrintableRoot[], symbols: Readonly<Record<Verdict, string>>): string[] =>
  roots.length === 0
    ? []
    : [
        '## Root causes',
        '',
        tableRow(['Verdict', 'Root cause', 'Seen', 'Requirements', 'What to do']),
        '| --- | --- | --- | --- | --- |',
        ...roots.map(({ verdict, title, observed, remedy, requirements }) =>
          tableRow([
            `${escape(symbols[verdict])} ${verdictWords[verdict]}`,
            escape(title),
            escape(observed),
            escape(requirements.join(', ')),
            escape(remedy),
          ]),
        ),
        '',
      ];

/** One row of a table; its cells are escaped already. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': '&#64;',
  ':': '&#58;',
};

/** What GitHub links without any markup: addresses that begin with www, and issues of the form GH-1. */
const linkedBare = /\b(www)(\.)|\b(gh)(-)/gi;

/** Host text must neither end a cell nor become markup, a link, a mention or HTML. */
export const escape = (text: string): string =>
  escapeMarkup(text).replace(linkedBare, (_match, www: string | undefined, _dot, gh: string | undefined) =>
    www === undefined ? `${gh ?? ''}&#45;` : `${www}&#46;`,
  );

const escapeMarkup = (text: string): string =>
  text.replace(/[&<>@:\\`*_{}[\]()#+!|~]/g, (character) => entities[character] ?? `\\${character}`);

import { chapters } from '@calico-readiness/requirements';
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces';
import type { PrintableFinding, Printer } from './printable-report';
import { chapterTitles } from './wording';

type Outcome = 'failure' | 'error' | 'skipped' | 'passed';

/**
 * JUnit XML for continuous integration, red exactly when the exit status is not 0: Fail is a failure; an Unknown that
 * holds Ready back is an error, because nothing was tested; any other Unknown and what does not apply is skipped;
 * Pass and Warn pass, a warning with its text as output.
 */
export const printJunit: Printer = ({ node, report, findings }) => {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: `Calico readiness of ${node}`,
    ...counts(findings.map(outcomeOf)),
  });
  for (const chapter of chapters) {
    const cases = findings.filter((finding) => finding.chapter === chapter);
    if (cases.length === 0) continue;
    const suite = root.ele('testsuite', {
      name: chapterTitles[chapter],
      hostname: node,
      timestamp: report.status.observedAt.replace(/(\.\d+)?Z$/, ''),
      ...counts(cases.map(outcomeOf)),
    });
    for (const finding of cases) addCase(suite, finding);
  }
  return `${root.end({ prettyPrint: true })}\n`;
};

function outcomeOf(finding: PrintableFinding): Outcome {
  switch (finding.verdict) {
    case 'Fail':
      return 'failure';
    case 'Unknown':
      return finding.holdsReadyBack ? 'error' : 'skipped';
    case 'NotApplicable':
      return 'skipped';
    case 'Pass':
    case 'Warn':
      return 'passed';
    default:
      return finding.verdict satisfies never;
  }
}

function addCase(suite: XMLBuilder, finding: PrintableFinding): void {
  const outcome = outcomeOf(finding);
  const testCase = suite.ele('testcase', {
    name: finding.requirement,
    classname: `calico-readiness.${finding.chapter}`,
  });
  const evidence = [
    ...(finding.observed === '' ? [] : [`Seen: ${finding.observed}`]),
    `Needed: ${finding.needed}`,
    ...(finding.remedy === '' ? [] : [`What to do: ${finding.remedy}`]),
  ].join('\n');
  if (outcome === 'failure' || outcome === 'error') {
    testCase.ele(outcome, { message: finding.title, type: finding.reason }).txt(evidence);
  } else if (outcome === 'skipped') {
    testCase.ele('skipped', { message: finding.notApplicableBecause ?? `${finding.title}: ${finding.remedy}` });
  } else if (finding.verdict === 'Warn') {
    testCase.ele('system-out').txt(`${finding.title}\n${evidence}`);
  }
}

const counts = (outcomes: readonly Outcome[]): Record<string, string> => {
  const count = (wanted: Outcome): string => String(outcomes.filter((outcome) => outcome === wanted).length);
  return {
    tests: String(outcomes.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
};

import type { NodeReportStatus } from '@calico-readiness/requirements';
import type { ApiError } from '../../cluster/api-error';
import type { FilledNodeReport, NodeReportInput } from '../node-report';
import { buildNodeReport, withCompactLine } from '../node-report';

/** Where a report says something for which the API's definition has no word: `finding ebpf`, `fact lockdown`. */
export type UnknownWord = `${'finding' | 'prediction' | 'fact' | 'gap' | 'condition'} ${string}`;

const place =
  /^status\.(?:findings\[(?<prediction>\d+)\]\.prediction|findings\[(?<finding>\d+)\]|facts\.unavailable\[(?<gap>\d+)\]|facts\.(?<fact>\w+)|conditions\[(?<condition>\d+)\])(?:[.[]|$)/;

/** Where the API adds that it did not look at the rules, since a value is wrong already: of no field at all. */
const placeOfRulesNotChecked = '<nil>';

/**
 * The words that the API refuses in a report; undefined where it has something else against it, or a word that the report
 * cannot do without. The API tells of every value that is none of an enumeration as FieldValueNotSupported, with its place.
 */
export function unknownWordsIn(
  { status, causes }: ApiError,
  report: FilledNodeReport,
): readonly UnknownWord[] | undefined {
  const found = causes.filter(({ field }) => field !== placeOfRulesNotChecked);
  if (status !== 422 || found.length === 0) return undefined;
  const words = found.map(({ reason, field }) =>
    reason === 'FieldValueNotSupported' ? wordAt(field, report.status) : undefined,
  );
  return words.every((word) => word !== undefined) ? words : undefined;
}

function wordAt(field: string, { findings, facts, conditions }: NodeReportStatus): UnknownWord | undefined {
  const { finding, prediction, fact, gap, condition } = place.exec(field)?.groups ?? {};
  const named = (
    kind: 'finding' | 'prediction' | 'fact' | 'gap' | 'condition',
    name?: string,
  ): UnknownWord | undefined => (name === undefined ? undefined : `${kind} ${name}`);
  if (prediction !== undefined) return named('prediction', findings[Number(prediction)]?.requirement);
  if (finding !== undefined) return named('finding', findings[Number(finding)]?.requirement);
  if (gap !== undefined) return named('gap', facts.unavailable?.[Number(gap)]?.fact);
  if (condition !== undefined) return named('condition', conditions[Number(condition)]?.type);
  return named('fact', fact);
}

/**
 * The report without those words: a finding whose verdict cannot be said is Unknown, and so is what hangs on it; a fact, or
 * why there is none, and a prediction are left out, as an agent leaves it out that does not know it. Verdicts stay what the facts made them.
 */
export function reportWithout(words: ReadonlySet<UnknownWord>, input: NodeReportInput): FilledNodeReport {
  if (words.size === 0) return buildNodeReport(input);
  const findings = input.findings.map((finding) =>
    words.has(`finding ${finding.requirement}`)
      ? { ...finding, verdict: 'Unknown' as const, reason: 'EvidenceUnsupported' }
      : finding,
  );
  const predictions = new Map(
    [...(input.predictions ?? [])].filter(([requirement]) => !words.has(`prediction ${requirement}`)),
  );
  const report = buildNodeReport({ ...input, findings, predictions });
  const { facts, conditions } = report.status;
  const { unavailable: gaps = [], ...known } = Object.fromEntries(
    Object.entries(facts).filter(([name]) => !words.has(`fact ${name}`)),
  ) as NodeReportStatus['facts'];
  const unavailable = gaps.filter(({ fact }) => !words.has(`gap ${fact}`));
  return {
    ...report,
    status: withCompactLine({
      ...report.status,
      facts: { ...known, ...(unavailable.length > 0 && { unavailable }) },
      conditions: conditions.filter(({ type }) => !words.has(`condition ${type}`)),
    }),
  };
}

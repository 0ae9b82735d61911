import type { NodeVerdict } from '../model/finding';
import { catalogueKey } from './catalogue-key';
import type { CompactReport } from './compact-report';
import { readFindings, writeFindings } from './findings-fields';
import { absent, escapeText, readNumber, unescapeText, writeNumber } from './line-texts';
import { readSystem, writeSystem } from './system-field';

/** Longest line, in characters, all of which are printable ASCII. One of a genuine host has 200. */
export const longestCompactLine = 1024;

/** The first field of a line. Another format is another number; readers leave alone what they do not know. */
const format = '1';
/** Fields of this format; a later agent may append more, which are left alone. */
const fieldCount = 11;
/** Fields that are looked at, so that no line costs more. */
const mostFields = 32;

const verdictLetters = { Ready: 'R', NotReady: 'N', Unknown: 'U' } as const satisfies Record<NodeVerdict, string>;
const verdictOfLetter = new Map<string, NodeVerdict>(
  Object.entries(verdictLetters).map(([verdict, letter]) => [letter, verdict as NodeVerdict]),
);

/**
 * A report as one line of fields with a space between them: format, catalogue, node verdict, verdicts, reasons, since
 * when, uid of the Node, interval, profile, operating system, architecture. Undefined for one that a line can't carry:
 * with a finding of another catalogue, or longer than `longestCompactLine`.
 */
export function writeCompactLine(report: CompactReport): string | undefined {
  const findings = writeFindings(report.findings);
  if (findings === undefined) return undefined;
  const optional = (text: string | undefined): string | undefined => (text === undefined ? absent : escapeText(text));
  const fields = [
    format,
    catalogueKey,
    verdictLetters[report.verdict],
    findings.verdicts,
    findings.reasons,
    findings.since,
    optional(report.nodeUID),
    writeNumber(report.reportIntervalSeconds),
    escapeText(report.profileMark),
    writeSystem(report.operatingSystem),
    optional(report.architecture),
  ];
  if (fields.includes(undefined)) return undefined;
  const line = fields.join(' ');
  return line.length > longestCompactLine ? undefined : line;
}

/**
 * The report of a line. Undefined for what is no line, is not well formed, is of another format, or counts by another
 * catalogue: whoever reads falls back to the whole report. Never throws; takes time that grows with the line, up to
 * `longestCompactLine`.
 */
export function readCompactLine(line: unknown): CompactReport | undefined {
  if (typeof line !== 'string' || line.length > longestCompactLine) return undefined;
  const [first, catalogue, verdictLetter = '', ...rest] = line.split(' ', mostFields);
  if (first !== format || catalogue !== catalogueKey || rest.length < fieldCount - 3) return undefined;
  const [verdicts = '', reasons = '', since = '', uid = '', interval = '', mark = '', system = '', processor = ''] =
    rest;
  const verdict = verdictOfLetter.get(verdictLetter);
  const findings = readFindings({ verdicts, reasons, since });
  const nodeUID = uid === absent ? null : unescapeText(uid);
  const reportIntervalSeconds = readNumber(interval);
  const profileMark = unescapeText(mark);
  const operatingSystem = readSystem(system);
  const architecture = processor === absent ? null : unescapeText(processor);
  if (verdict === undefined || findings === undefined || reportIntervalSeconds === undefined) return undefined;
  if (nodeUID === undefined || profileMark === undefined) return undefined;
  if (operatingSystem === undefined || architecture === undefined) return undefined;
  return {
    verdict,
    findings,
    ...(nodeUID !== null && { nodeUID }),
    reportIntervalSeconds,
    profileMark,
    ...(operatingSystem !== null && { operatingSystem }),
    ...(architecture !== null && { architecture }),
  };
}

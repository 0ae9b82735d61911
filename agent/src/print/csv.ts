import { stringify } from 'csv-stringify/sync';
import type { Printer } from './printable-report';

const columns = [
  'node',
  'chapter',
  'requirement',
  'scope',
  'level',
  'verdict',
  'reason',
  'title',
  'observed',
  'needed',
  'remedy',
  'guide',
] as const;

/** RFC 4180, one record per requirement. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export const printCsv: Printer = ({ node, findings }) =>
  stringify(
    findings.map((finding) => ({
      ...finding,
      node,
      remedy: finding.notApplicableBecause ?? finding.remedy,
    })),
    { header: true, columns: [...columns], record_delimiter: 'windows', escape_formulas: true },
  );

import type { ColumnChapter } from '../../fleet/columns';
import type { NodeRow } from '../../fleet/node-row';

/**
 * One row per node, one column per requirement. Verdicts are the stable English words of the API. What was judged
 * under a what-if says so on every line, with the node's verdict currently.
 */
export function toCsv(rows: readonly NodeRow[], chapters: readonly ColumnChapter[], whatIf?: string): string {
  const ids = chapters.flatMap(({ columns }) => columns.map(({ id }) => id));
  const head = [
    'node',
    'pool',
    'operatingSystem',
    'verdict',
    'connectivity',
    'observedAt',
    'waived',
    ...ids,
    ...(whatIf === undefined ? [] : ['whatIf', 'verdictAtPresent']),
  ];
  const lines = rows.map((row) => [
    row.name,
    row.pool?.name ?? '',
    row.system.name,
    row.verdict,
    row.connectivity,
    observedAt(row) ?? '',
    [...(row.waived?.keys() ?? [])].join(' '),
    ...ids.map((id) => row.report?.findings.get(id)?.verdict ?? ''),
    ...(whatIf === undefined ? [] : [whatIf, (row.present ?? row).verdict]),
  ]);
  return [head, ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}

/** Quoted by RFC 4180; what a spreadsheet would run as a formula is made text. */
function csvField(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** The same nodes with all that their reports say. */
export function toJson(rows: readonly NodeRow[], whatIf?: string): string {
  const nodes = rows.map((row) => ({
    ...(whatIf !== undefined && { whatIf, verdictAtPresent: (row.present ?? row).verdict }),
    node: row.name,
    pool: row.pool?.name ?? null,
    operatingSystem: row.system.name,
    verdict: row.verdict,
    connectivity: row.connectivity,
    observedAt: observedAt(row) ?? null,
    findings: [...(row.report?.findings.values() ?? [])].map(({ since, ...finding }) => {
      const waiver = row.waived?.get(finding.requirement);
      return {
        ...finding,
        ...(since !== undefined && { since: new Date(since).toISOString() }),
        ...(waiver && { waivedUntil: new Date(waiver.expiresAt).toISOString() }),
      };
    }),
  }));
  return `${JSON.stringify(nodes, null, 2)}\n`;
}

const observedAt = ({ report }: NodeRow): string | undefined =>
  report?.observedAt === undefined ? undefined : new Date(report.observedAt).toISOString();

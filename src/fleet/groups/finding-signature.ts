import type { ReadFinding } from '../../k8s/read-findings';
import type { NodeRow } from '../node-row';

/** What all rows with the same findings have in common, and no other row. */
export interface Signature {
  /** Exact, as long as the page is open. */
  readonly key: string;
  /** Short, and the same after a reload, so that an address can name it. */
  readonly mark: string;
}

type Findings = ReadonlyMap<string, ReadFinding>;
interface KnownFinding {
  readonly number: number;
  readonly hash: number;
}

/** As many as the catalogue has reasons, and those that only reports know. */
const mostRemembered = 20_000;
const knownFindings = new Map<string, KnownFinding>();
let nextNumber = 0;
const signatures = new WeakMap<Findings, Signature>();

/**
 * Two rows have the same findings when each requirement has the same verdict for the same reason on both and the same of
 * them are waived; in a what-if also currently. When a finding was made, and what exactly was seen, may differ. Stale rows are alike whatever
 * their reports said, as are rows without a report.
 */
export function rowSignature({ report, verdict, present, waived }: NodeRow): Signature {
  if (report === undefined || verdict === 'Stale') return { key: verdict, mark: verdict };
  const now = withWaived(findingsSignature(report.findings), waived);
  const before = present?.report === undefined ? undefined : findingsSignature(present.report.findings);
  return before === undefined
    ? { key: `${verdict} ${now.key}`, mark: now.mark }
    : { key: `${verdict} ${now.key} ${before.key}`, mark: `${now.mark}-${before.mark}` };
}

function withWaived({ key, mark }: Signature, waived: NodeRow['waived']): Signature {
  if (waived === undefined) return { key, mark };
  const text = [...waived.keys()].sort().join();
  return { key: `${key} ${text}`, mark: `${mark}-${hashOf(text).toString(36)}` };
}

/** How many groups rows with the same findings would make. */
export const countSignatures = (rows: readonly NodeRow[]): number =>
  new Set(rows.map((row) => rowSignature(row).key)).size;

function findingsSignature(findings: Findings): Signature {
  const earlier = signatures.get(findings);
  if (earlier !== undefined) return earlier;
  const numbers = new Uint32Array(findings.size);
  let sum = 0;
  let place = 0;
  // A whole report and its line name the same findings in another order.
  for (const finding of findings.values()) {
    const { number, hash } = knownFinding(finding);
    numbers[place] = number;
    sum = (sum + hash) >>> 0;
    place += 1;
  }
  const signature = { key: numbers.sort().join(), mark: sum.toString(36) };
  signatures.set(findings, signature);
  return signature;
}

function knownFinding({ requirement, verdict, reason }: ReadFinding): KnownFinding {
  const text = `${requirement}/${verdict}/${reason}`;
  const earlier = knownFindings.get(text);
  if (earlier !== undefined) return earlier;
  // Forgetting splits groups at worst: a number is never given twice.
  if (knownFindings.size >= mostRemembered) knownFindings.clear();
  const known = { number: (nextNumber += 1), hash: hashOf(text) };
  knownFindings.set(text, known);
  return known;
}

/** FNV-1a of the UTF-16 units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

import { defaultProfileValues, fromReportedFacts, guideOfFinding, profileValues } from '@calico-readiness/requirements';
import type { AffectedNode, GuideId } from '@calico-readiness/requirements';
import { isCurrent } from '../../fleet/node-row';
import type { NodeRow } from '../../fleet/node-row';

/** A node with findings that a guide would fix. */
export interface AffectedRow {
  readonly row: NodeRow;
  /** The requirements that are not met, in the report's order. */
  readonly requirements: readonly string[];
}

/** What a guide means to a fleet. Stale reports count nowhere: what they say may have been fixed. */
export interface GuideNodes {
  /** Nodes on which a requirement fails or warns. */
  readonly affected: readonly AffectedRow[];
  /** Nodes on which nothing fails or warns, and something could not be decided. */
  readonly undecided: readonly NodeRow[];
}

const nobody: GuideNodes = { affected: [], undecided: [] };

/** The nodes of every guide that has any, in one pass over the fleet. */
export function nodesByGuide(rows: readonly NodeRow[]): ReadonlyMap<GuideId, GuideNodes> {
  const guides = new Map<GuideId, { affected: AffectedRow[]; undecided: NodeRow[] }>();
  for (const row of rows) {
    if (!isCurrent(row)) continue;
    const unmet = new Map<GuideId, string[]>();
    const undecided = new Set<GuideId>();
    for (const finding of row.report.findings.values()) {
      const guide = guideOfFinding(finding);
      if (guide === undefined) continue;
      if (finding.verdict === 'Unknown') undecided.add(guide);
      else unmet.set(guide, [...(unmet.get(guide) ?? []), finding.requirement]);
    }
    for (const [guide, requirements] of unmet) entry(guides, guide).affected.push({ row, requirements });
    for (const guide of undecided) if (!unmet.has(guide)) entry(guides, guide).undecided.push(row);
  }
  return guides;
}

function entry<Key, Value>(map: Map<Key, { affected: Value[]; undecided: NodeRow[] }>, key: Key) {
  const known = map.get(key) ?? { affected: [], undecided: [] };
  map.set(key, known);
  return known;
}

/** The nodes of one guide. */
export const nodesOfGuide = (rows: readonly NodeRow[], guide: GuideId): GuideNodes =>
  nodesByGuide(rows).get(guide) ?? nobody;

/**
 * The affected nodes as the guides' pure builders take them. A report without a profile that can be read was judged
 * by somebody; the default profile then says which modules to look at.
 */
export const affectedNodes = (affected: readonly AffectedRow[]): AffectedNode[] =>
  affected.flatMap(({ row: { name, report }, requirements }) =>
    report === undefined
      ? []
      : [
          {
            name,
            requirements,
            facts: fromReportedFacts(report.facts),
            profile: report.profile === undefined ? defaultProfileValues : profileValues(report.profile),
          },
        ],
  );

import type { CauseOnNode, ReportedCause } from '@calico-readiness/requirements';
import { bearingOfFindings, clusterReportLimits, compareCauses } from '@calico-readiness/requirements';

/** A cause on all nodes that have it. */
interface Group {
  readonly first: CauseOnNode;
  readonly requirements: Set<string>;
  readonly reasons: Set<string>;
  readonly nodes: string[];
  /** Those on which all of it is waived; they are not among the others. */
  readonly waived: string[];
}

/** Causes of all nodes, the same of several nodes together. */
export class CauseGroups {
  private readonly groups = new Map<string, Group>();

  /** A cause of one more node, which may be waived there. */
  add(cause: CauseOnNode, node: string, isWaived = false): void {
    let group = this.groups.get(cause.key);
    if (group === undefined) {
      group = { first: cause, requirements: new Set(), reasons: new Set(), nodes: [], waived: [] };
      this.groups.set(cause.key, group);
    }
    group[isWaived ? 'waived' : 'nodes'].push(node);
    for (const { requirement, reason } of cause.findings) {
      group.requirements.add(requirement);
      group.reasons.add(reason);
    }
  }

  /** All of them, in the order in which they are listed. */
  causes(): readonly ReportedCause[] {
    return [...this.groups.values()].map(toCause).sort(compareCauses);
  }
}

function toCause({ first, requirements, reasons, nodes, waived }: Group): ReportedCause {
  const [finding] = first.findings;
  return {
    ...(first.root !== undefined && { root: first.root.id }),
    requirement: finding?.requirement ?? '',
    reason: finding?.reason ?? '',
    requirements: [...requirements].slice(0, clusterReportLimits.requirements),
    reasons: [...reasons].slice(0, clusterReportLimits.reasons),
    verdict: first.verdict,
    // Where it is waived on every node it holds nothing back.
    bearing: nodes.length === 0 ? 'does-not-block' : bearingOfFindings(first.findings),
    nodes: nodes.length,
    ...(waived.length > 0 && { waived: waived.length }),
    nodeNames: firstByName(nodes.length === 0 ? waived : nodes, clusterReportLimits.nodeNames),
  };
}

/** Of thousands a few, without sorting them all. */
function firstByName(names: readonly string[], count: number): readonly string[] {
  const first: string[] = [];
  for (const name of names) {
    if (first.length === count && name >= (first[count - 1] ?? '')) continue;
    first.push(name);
    first.sort();
    first.length = Math.min(first.length, count);
  }
  return first;
}

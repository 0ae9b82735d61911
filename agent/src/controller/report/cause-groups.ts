import type { CauseOnNode, ReportedCause } from '@calico-readiness/requirements';
import { bearingOfFindings, clusterReportLimits, compareCauses } from '@calico-readiness/requirements';

/** A cause on all nodes that have it. */
interface Group {
  readonly first: CauseOnNode;
  readonly requirements: Set<string>;
  readonly reasons: Set<string>;
  readonly nodes: string[];
}

/** Causes of all nodes, the same of several nodes together. */
export class CauseGroups {
  private readonly groups = new Map<string, Group>();

  /** A cause of one more node. */
  add(cause: CauseOnNode, node: string): void {
    let group = this.groups.get(cause.key);
    if (group === undefined) {
      group = { first: cause, requirements: new Set(), reasons: new Set(), nodes: [] };
      this.groups.set(cause.key, group);
    }
    group.nodes.push(node);
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

function toCause({ first, requirements, reasons, nodes }: Group): ReportedCause {
  const [finding] = first.findings;
  return {
    ...(first.root !== undefined && { root: first.root.id }),
    requirement: finding?.requirement ?? '',
    reason: finding?.reason ?? '',
    requirements: [...requirements].slice(0, clusterReportLimits.requirements),
    reasons: [...reasons].slice(0, clusterReportLimits.reasons),
    verdict: first.verdict,
    bearing: bearingOfFindings(first.findings),
    nodes: nodes.length,
    nodeNames: firstByName(nodes, clusterReportLimits.nodeNames),
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

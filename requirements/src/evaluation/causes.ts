import { requirementById } from '../catalogue';
import type { Verdict } from '../model/finding';
import type { Bearing } from '../model/report/cluster-report';
import { bearings } from '../model/report/cluster-report';
import type { Root } from '../model/root';
import type { JudgedFinding } from './roots-of';
import { rootsOf } from './roots-of';

/** One cause on one node: a root with all that it explains, or a finding that has none. */
export interface CauseOnNode<Finding extends JudgedFinding = JudgedFinding> {
  /** Tells causes apart across nodes. */
  readonly key: string;
  readonly root?: Root;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Whether a finding only says that a flow was not tested: connectivity is shown beside every verdict instead. */
export const isUntestedFlow = ({ requirement, verdict, reason }: JudgedFinding): boolean =>
  verdict === 'Unknown' && reason === 'NotTested' && requirementById(requirement)?.scope === 'flow';

/** Tells causes apart, in lists and when two fleets are compared. */
export const causeKey = ({
  root,
  requirement,
  reason,
  verdict,
}: Pick<CauseOnNode, 'root' | 'verdict'> & Pick<JudgedFinding, 'requirement' | 'reason'>): string =>
  root === undefined ? `${requirement} ${reason} ${verdict}` : `${root.id} ${verdict}`;

/** What keeps one node from being ready, by cause: roots first, then the findings that have none. Findings that pass or do not apply are none. */
export function causesOfFindings<Finding extends JudgedFinding>(findings: readonly Finding[]): CauseOnNode<Finding>[] {
  const unmet = findings.filter(
    (finding) => finding.verdict !== 'Pass' && finding.verdict !== 'NotApplicable' && !isUntestedFlow(finding),
  );
  const found = rootsOf(unmet);
  const explained = new Set(found.flatMap((root) => root.findings));
  const parts: readonly Omit<CauseOnNode<Finding>, 'key'>[] = [
    ...found,
    ...unmet
      .filter((finding) => !explained.has(finding))
      .map((finding) => ({ verdict: finding.verdict, findings: [finding] })),
  ];
  return parts.map((part) => {
    const [first] = part.findings;
    return { ...part, key: first === undefined ? '' : causeKey({ ...first, ...part }) };
  });
}

/** How a cause with these findings bears on readiness: as the worst of them, by the rule of the node verdict. */
export const bearingOfFindings = (findings: readonly Pick<JudgedFinding, 'requirement' | 'verdict'>[]): Bearing =>
  bearings.find((bearing) => findings.some((finding) => bearingOf(finding) === bearing)) ?? 'does-not-block';

function bearingOf({ requirement: id, verdict }: Pick<JudgedFinding, 'requirement' | 'verdict'>): Bearing {
  if (verdict === 'Fail') return 'blocks';
  const requirement = requirementById(id);
  const undecided =
    verdict === 'Unknown' &&
    (requirement === undefined || (requirement.scope === 'host' && requirement.level === 'required'));
  return undecided ? 'undecided' : 'does-not-block';
}

/** The order of causes: blocking ones first, then undecided ones, each with most nodes first. */
export const compareCauses = (
  one: { readonly bearing: Bearing; readonly nodes: number; readonly requirement: string },
  other: { readonly bearing: Bearing; readonly nodes: number; readonly requirement: string },
): number =>
  bearings.indexOf(one.bearing) - bearings.indexOf(other.bearing) ||
  other.nodes - one.nodes ||
  one.requirement.localeCompare(other.requirement, 'en');

import type { GuideId } from '../model/requirement-id';
import type { AffectedNode } from './affected-node';
import type { Guide } from './guide';
import { guideOfFinding } from './guide-of-finding';
import type { GuidedFinding } from './guide-of-finding';
import type { GuidePlatform } from './guide-platform';
import type { GuideSituation } from './guide-situation';
import { guideSituation } from './guide-situation';
import { guides } from './index';
import type { ReportedPrediction } from '../model/report/reported-finding';
import type { HostChange } from './host-change';
import { isEmptyChange } from './host-change';

/** What one guide would change on one node. */
export interface NodeChange {
  readonly guide: GuideId;
  /** The requirements that are not met there and that the guide is for, in the order of the findings. */
  readonly requirements: readonly string[];
  /** Never empty. */
  readonly change: HostChange;
}

/** What a guide wants on hosts of this platform: hosts that no MachineConfig reaches may need something else. */
export const changeOn = (guide: Guide, platform: GuidePlatform, situation: GuideSituation): HostChange =>
  (platform === 'rhcos' ? guide.change : (guide.hostChange ?? guide.change))(situation);

/**
 * What the guides would change on a node with these findings, in the order of the guides; empty where none has a file or a
 * unit for what fails or warns. It is what the guides' pages write where the node alone is affected, because it is made the
 * same way.
 */
export function changesForNode(
  node: Omit<AffectedNode, 'requirements'>,
  findings: readonly GuidedFinding[],
  platform: GuidePlatform,
): readonly NodeChange[] {
  const unmet = findings.filter(({ verdict }) => verdict === 'Fail' || verdict === 'Warn');
  if (unmet.length === 0) return [];
  return guides.flatMap((guide) => {
    const requirements = unmet
      .filter((finding) => guideOfFinding(finding) === guide.id)
      .map((each) => each.requirement);
    if (requirements.length === 0) return [];
    const change = changeOn(guide, platform, guideSituation([{ ...node, requirements }]));
    return isEmptyChange(change) ? [] : [{ guide: guide.id, requirements, change }];
  });
}

/** What the change of a guide makes of the findings that it is for, by requirement: those that do not pass now, as they are judged with it. */
export const predictedFindings = (
  guide: GuideId,
  now: readonly GuidedFinding[],
  then: readonly GuidedFinding[],
): readonly (readonly [string, ReportedPrediction])[] =>
  now
    .filter((finding) => guideOfFinding(finding) === guide)
    .flatMap(({ requirement }) => {
      const after = then.find((finding) => finding.requirement === requirement);
      return after === undefined
        ? []
        : [[requirement, { guide, verdict: after.verdict, reason: after.reason }] as const];
    });

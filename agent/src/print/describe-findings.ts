import type {
  ClusterProfile,
  Finding,
  HostFacts,
  ReportedPredictions,
  Requirement,
} from '@calico-readiness/requirements';
import {
  evaluatorReasons,
  extraModulesOf,
  inEnglish,
  interferenceOfFinding,
  profileValues,
  requirementById,
} from '@calico-readiness/requirements';
import { holdsReadyBack } from '../publish/report-conditions';
import { oneLine } from '../foundation/untrusted-text';
import { predictedFix } from './predicted-fix';
import type { PrintableFinding } from './printable-report';

const longestText = 200;

/** Joins findings with the catalogue's texts. A finding whose requirement the catalogue does not know is left out; there is none when the same program judged. */
export function describeFindings(
  findings: readonly Finding[],
  facts: HostFacts,
  profile: ClusterProfile,
  predictions: ReportedPredictions = new Map(),
): PrintableFinding[] {
  return findings.flatMap((finding) => {
    const requirement = requirementById(finding.requirement, profile.calicoVersion.value);
    if (requirement === undefined) return [];
    const predicted = predictedFix(requirement, predictions.get(requirement.id));
    return [{ ...describe(finding, requirement, facts, profile), ...(predicted !== undefined && { predicted }) }];
  });
}

function describe(
  finding: Finding,
  requirement: Requirement,
  facts: HostFacts,
  profile: ClusterProfile,
): PrintableFinding {
  const { verdict, reason, observed } = finding;
  const interference = interferenceOfFinding(finding);
  return {
    requirement: requirement.id,
    chapter: requirement.chapter,
    scope: requirement.scope,
    level: requirement.level,
    verdict,
    reason,
    title: oneLine(title(finding, requirement), longestText),
    observed: oneLine(observed, longestText),
    needed: inEnglish(requirement.needed),
    ...(interference.length > 0 && {
      breaks: interference.map(({ units, breaks }) => `${units.join(', ')}: ${inEnglish(breaks)}`),
    }),
    remedy: [remedy(finding, requirement), ...packageCommand(finding, facts)].join(' '),
    guide: requirement.reasons[reason]?.guide ?? requirement.guide,
    ...(verdict === 'NotApplicable' && { notApplicableBecause: whyNotApplicable(requirement, facts, profile) }),
    holdsReadyBack: holdsReadyBack(finding),
  };
}

/** For Unknown without a reason of its own the good sentence stands: the verdict beside it says that it is not known to be true. */
function title({ verdict, reason }: Finding, requirement: Requirement): string {
  if (verdict === 'Pass' || verdict === 'NotApplicable') return inEnglish(requirement.title);
  const otherwise = verdict === 'Unknown' ? requirement.title : requirement.failureTitle;
  return inEnglish(requirement.reasons[reason]?.title ?? otherwise);
}

function remedy({ verdict, reason }: Finding, requirement: Requirement): string {
  if (verdict === 'Pass' || verdict === 'NotApplicable') return '';
  const ofReason = requirement.reasons[reason];
  if (ofReason?.remedy !== undefined) return inEnglish(ofReason.remedy);
  if (verdict !== 'Unknown') return inEnglish(requirement.remedy);
  const known: Readonly<Record<string, (typeof evaluatorReasons)[keyof typeof evaluatorReasons]>> = evaluatorReasons;
  const sentence = ofReason === undefined ? known[reason] : undefined;
  const why = sentence === undefined ? [] : [`${inEnglish(sentence)}.`];
  const look = requirement.verifyCommand === '' ? [] : [`Look on the node: ${requirement.verifyCommand}`];
  return [...why, ...look].join(' ');
}

/** A module that is not installed has a package on most distributions; its name follows from the host's facts. */
function packageCommand({ reason }: Finding, facts: HostFacts): string[] {
  const found = reason === 'ModuleNotInstalled' ? extraModulesOf(facts) : undefined;
  return found === undefined ? [] : [`Here: ${found.command}`];
}

function whyNotApplicable(requirement: Requirement, facts: HostFacts, profile: ClusterProfile): string {
  const applicability = requirement.appliesTo(profileValues(profile), facts);
  return inEnglish(applicability.applies === 'no' ? applicability.reason : evaluatorReasons.NotApplicable);
}

import { evaluateNode, fromReportedFacts, notTested, testedFindings } from '@calico-readiness/requirements';
import type { ClusterProfile, Finding, HostFacts, ReportedFacts, TestedUnder } from '@calico-readiness/requirements';
import { untestedFacts } from '../../k8s/read-shared-facts';
import { joinedFindings } from './joined-findings';

/** Different facts of which it is remembered what a profile makes: kinds of nodes. Nodes that are all different gain nothing by it. */
const mostRemembered = 256;

/** By identity: nodes of one kind share their facts, and all nodes of a cluster their profile. */
const hostFacts = new WeakMap<ReportedFacts, HostFacts>();
const reproduced = new WeakMap<
  ReportedFacts,
  { readonly own: ClusterProfile; readonly findings: readonly Finding[] }
>();
const traffic = new WeakMap<ReportedFacts, TestedUnder>();
const judged = new WeakMap<ClusterProfile, Map<ReportedFacts, readonly Finding[]>>();

function factsOf(reported: ReportedFacts): HostFacts {
  const known = hostFacts.get(reported) ?? fromReportedFacts(reported);
  hostFacts.set(reported, known);
  return known;
}

/** What this catalogue makes of a report's facts under the profile that the report was judged against: the same in every what-if. */
export function judgedAgain(reported: ReportedFacts, own: ClusterProfile): readonly Finding[] {
  const known = reproduced.get(reported);
  if (known?.own === own) return known.findings;
  const ofKind = untestedFacts(reported);
  const facts = factsOf(reported);
  const findings =
    ofKind === reported
      ? evaluateNode(facts, own)
      : joinedFindings(judgedAgain(ofKind, own), trafficUnder(reported, own).findings);
  reproduced.set(reported, { own, findings });
  return findings;
}

/**
 * What it makes of them under another one: once for all nodes with the same facts, and then for each what its own traffic
 * bears on. Flows were tested on the ports of the report's own profile; on others they are not tested.
 */
export function judgedUnder(reported: ReportedFacts, own: ClusterProfile, profile: ClusterProfile): readonly Finding[] {
  const ofKind = untestedFacts(reported);
  const findings = judgedOfKind(ofKind, profile);
  if (ofKind === reported) return findings;
  const tested = factsOf(reported);
  const made = samePorts(own, profile)
    ? testedFindings(tested, profile, trafficUnder(reported, own))
    : testedFindings({ ...tested, flowTests: notTested('NodeReport') }, profile);
  return joinedFindings(findings, made);
}

/** What traffic makes under the report's own profile; most of that holds under another one as well. */
function trafficUnder(reported: ReportedFacts, own: ClusterProfile): TestedUnder {
  const known = traffic.get(reported);
  if (known?.profile === own) return known;
  const made = { profile: own, findings: testedFindings(factsOf(reported), own) };
  traffic.set(reported, made);
  return made;
}

const samePorts = (one: ClusterProfile, other: ClusterProfile): boolean =>
  one.ports.value === other.ports.value || JSON.stringify(one.ports.value) === JSON.stringify(other.ports.value);

function judgedOfKind(reported: ReportedFacts, profile: ClusterProfile): readonly Finding[] {
  const ofProfile = judged.get(profile) ?? new Map<ReportedFacts, readonly Finding[]>();
  judged.set(profile, ofProfile);
  const known = ofProfile.get(reported);
  if (known !== undefined) return known;
  const findings = evaluateNode(factsOf(reported), profile);
  if (ofProfile.size >= mostRemembered) ofProfile.clear();
  ofProfile.set(reported, findings);
  return findings;
}

import { evaluateNode, evaluateTested, fromReportedFacts, notTested } from '@calico-readiness/requirements';
import type { ClusterProfile, Finding, HostFacts, ReportedFacts } from '@calico-readiness/requirements';
import { untestedFacts } from '../../k8s/read-shared-facts';

/** Different facts of which it is remembered what a profile makes: kinds of nodes. Nodes that are all different gain nothing by it. */
const mostRemembered = 256;

/** By identity: nodes of one kind share their facts, and all nodes of a cluster their profile. */
const hostFacts = new WeakMap<ReportedFacts, HostFacts>();
const reproduced = new WeakMap<
  ReportedFacts,
  { readonly own: ClusterProfile; readonly findings: readonly Finding[] }
>();
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
  const findings = ofKind === reported ? evaluateNode(facts, own) : judgedTested(facts, own, judgedAgain(ofKind, own));
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
  const facts = samePorts(own, profile) ? tested : { ...tested, flowTests: notTested('NodeReport') };
  return judgedTested(facts, profile, findings);
}

/** By the findings without traffic, and what traffic changes of them. */
const alike = new WeakMap<readonly Finding[], Map<string, readonly Finding[]>>();

/** One list for all nodes of a kind on which traffic shows the same, so that what follows from it is found once. */
function judgedTested(facts: HostFacts, profile: ClusterProfile, untested: readonly Finding[]): readonly Finding[] {
  const findings = evaluateTested(facts, profile, untested);
  const text = changesAsText(findings, untested);
  const known = alike.get(untested) ?? new Map<string, readonly Finding[]>();
  alike.set(untested, known);
  const shared = known.get(text) ?? findings;
  if (known.size >= mostRemembered) known.clear();
  known.set(text, shared);
  return shared;
}

/** The same for the same findings, and for no others: what a host says stands behind its length. */
function changesAsText(findings: readonly Finding[], untested: readonly Finding[]): string {
  let text = '';
  findings.forEach((finding, index) => {
    const { verdict, reason, observed } = finding;
    if (finding !== untested[index])
      text += `${String(index)} ${verdict} ${reason} ${String(observed.length)} ${observed};`;
  });
  return text;
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

import type { FlowKey, FlowTest, FlowTests, ProfileValues, UntestedReason } from '@calico-readiness/requirements';
import { profileFlows } from '@calico-readiness/requirements';

/** What is told while nothing is tested: every flow that the profile may need, with the reason. `at` in milliseconds since 1970. */
export function untestedFlows(profile: ProfileValues, untested: UntestedReason, peers: number, at: number): FlowTests {
  const flows = profileFlows(profile).map((flow) => emptyTest(flow, untested));
  return { peers, since: Math.round(at / 1000), allPairsBy: Math.round(at / 1000), flows };
}

const emptyTest = (flow: FlowKey, untested: UntestedReason): FlowTest => ({
  flow,
  needed: 0,
  tested: 0,
  blocked: 0,
  covered: 0,
  failing: [],
  untested,
});

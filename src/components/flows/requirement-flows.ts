import { flowOf } from '@calico-readiness/requirements';
import type { FlowKey, FlowProtocol, FlowTest, FlowTests } from '@calico-readiness/requirements';

const protocols: Readonly<Record<string, FlowProtocol>> = {
  'bgp-port-open': 'bgp',
  'ipip-protocol-open': 'ipip',
  'vxlan-port-open': 'vxlan',
  'typha-port-open': 'typha',
  'wireguard-port-open': 'wireguard',
};

/** The tests that a requirement of the chapter Network is judged by; none for a requirement that is about no flow. */
export function flowTestsOf(requirement: string, tests: FlowTests | undefined): readonly FlowTest[] {
  const protocol = Object.hasOwn(protocols, requirement) ? protocols[requirement] : undefined;
  return tests?.flows.filter(({ flow }) => flowOf(flow).protocol === protocol) ?? [];
}

/** The requirement that is judged by a flow. */
export const requirementOfFlow = (flow: FlowKey): string =>
  Object.keys(protocols).find((requirement) => protocols[requirement] === flowOf(flow).protocol) ?? '';

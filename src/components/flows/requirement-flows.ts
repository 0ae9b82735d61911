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
  const flows = tests?.flows ?? [];
  // Full-size packets of all tunnels have a requirement of their own.
  if (requirement === 'path-mtu-sufficient') return flows.filter(({ flow }) => flowOf(flow).large);
  const protocol = Object.hasOwn(protocols, requirement) ? protocols[requirement] : undefined;
  return flows.filter(({ flow }) => flowOf(flow).protocol === protocol && !flowOf(flow).large);
}

/** The requirement that is judged by a flow. */
export const requirementOfFlow = (flow: FlowKey): string =>
  Object.keys(protocols).find((requirement) => protocols[requirement] === flowOf(flow).protocol) ?? '';

import { flowOf } from '../../model/traffic/flow';
import { msg } from '../../model/message';
import type { Requirement } from '../../model/requirement';

/**
 * "Calico networking (BGP)": where BGP is on, and this node speaks it with somebody. With the mesh off, a node that no
 * BGPPeer names speaks it with nobody; the list of peers says so, and the agent with it.
 */
export const withBgp: Requirement['appliesTo'] = ({ bgp, ipFamilies }, { flowTests }) => {
  if (!bgp) return { applies: 'no', reason: msg('BGP is off') };
  if (flowTests.status === 'unavailable') return { applies: 'yes' };
  const flows = flowTests.value.flows.filter(({ flow }) => {
    const { protocol, family } = flowOf(flow);
    return protocol === 'bgp' && ipFamilies.includes(family);
  });
  const speaksWithNobody =
    flows.length >= ipFamilies.length &&
    flows.every(({ untested, needed }) => untested === 'not-needed' && needed === 0);
  return speaksWithNobody
    ? { applies: 'no', reason: msg('No BGP mesh and no BGPPeer joins this node with others') }
    : { applies: 'yes' };
};

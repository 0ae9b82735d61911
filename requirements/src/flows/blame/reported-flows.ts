import { inEnglish } from '../../model/message';
import type { CalicoPorts } from '../../model/profile-values';
import type { ReportedFlowCause, ReportedFlows } from '../../model/report/reported-flows';
import { reportedFlowLimits } from '../../model/report/reported-flows';
import type { Ring } from '../plan/ring';
import { causeRemark, causeSentence } from './cause-sentence';
import type { Fault } from './fault';
import type { CellSources } from './flow-cells';
import { flowCells } from './flow-cells';
import type { FlowCause } from './flow-causes';
import { causesOfEvidence } from './flow-causes';
import { flowGroups } from './flow-groups';

const longestMessage = 512;

/** What the flows between all nodes come to, for the ClusterReport: groups, cells and causes, within their limits. */
export function reportedFlows(sources: CellSources, ports: CalicoPorts): ReportedFlows {
  const { ring, evidence, coverage, network } = sources;
  const groups = flowGroups(ring, evidence);
  return {
    grouping: groups.grouping,
    groups: groups.names,
    cells: flowCells(sources, groups).slice(0, reportedFlowLimits.cells),
    causes: causesOfEvidence(ring, evidence, coverage, network)
      .slice(0, reportedFlowLimits.causes)
      .map((cause) => reportedCause(cause, ring, ports)),
  };
}

function reportedCause(cause: FlowCause, ring: Ring, ports: CalicoPorts): ReportedFlowCause {
  const { fault, flows, pairs, bothWays, onlyLarge } = cause;
  const sentences = [causeSentence(cause, ring, ports), causeRemark(cause)].filter((message) => message !== undefined);
  return {
    kind: fault.kind,
    flows,
    pairs,
    ...((bothWays || (fault.kind === 'group' && fault.way === 'both')) && { bothWays: true }),
    ...(onlyLarge && { onlyLarge }),
    ...endsOf(fault, ring),
    message: sentences.map(inEnglish).join('. ').slice(0, longestMessage),
  };
}

/** With what the pairs begin and end; a group that is cut off in both ways is what they begin with. */
function endsOf(fault: Fault, ring: Ring): Pick<ReportedFlowCause, 'grouping' | 'from' | 'to'> {
  const nameOf = (place: number): string => ring.peers[place]?.name ?? '';
  switch (fault.kind) {
    case 'everywhere':
      return {};
    case 'path':
      return { grouping: fault.grouping, from: fault.from, to: fault.to };
    case 'group':
      return { grouping: fault.grouping, ...(fault.way === 'in' ? { to: fault.name } : { from: fault.name }) };
    case 'target':
      return { to: nameOf(fault.node) };
    case 'source':
      return { from: nameOf(fault.node) };
    case 'pair':
      return { from: nameOf(fault.source), to: nameOf(fault.target) };
    default:
      return fault satisfies never;
  }
}

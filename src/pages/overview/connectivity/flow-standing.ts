import { flowKeys } from '@calico-readiness/requirements';
import type { FlowKey, ReportedFlowCell } from '@calico-readiness/requirements';
import type { ReadFlows } from '../../../k8s/read-reported-flows';

/** One flow of the table, and how many pairs of nodes fail in it. */
export interface ShownFlow {
  readonly flow: FlowKey;
  readonly failing: number;
}

/** The flows that were tested, in the order of their keys. */
export const shownFlows = ({ cells }: ReadFlows): readonly ShownFlow[] =>
  flowKeys
    .map((flow) => cells.filter((cell) => cell.flow === flow))
    .flatMap((ofFlow) => ofFlow.slice(0, 1).map(({ flow }) => ({ flow, failing: sumOf(ofFlow) })));

const sumOf = (cells: readonly ReportedFlowCell[]): number => cells.reduce((sum, { failing }) => sum + failing, 0);

/** What there is to look at first: the flow with most failing pairs. */
export const worstFlow = (flows: readonly ShownFlow[]): FlowKey | undefined =>
  flows.reduce<ShownFlow | undefined>(
    (worst, one) => (worst === undefined || one.failing > worst.failing ? one : worst),
    undefined,
  )?.flow;

/** Whether anything fails. */
export const hasFailures = ({ causes, cells }: ReadFlows): boolean =>
  causes.length > 0 || cells.some(({ failing }) => failing > 0);

import type { ReactNode } from 'react';
import type { CalicoPorts, FlowKey } from '@calico-readiness/requirements';
import { TestAgainButton } from '../../../components/flow-test/TestAgainButton';
import { flowName, groupName } from '../../../components/flows/flow-texts';
import { requirementOfFlow } from '../../../components/flows/requirement-flows';
import { usePrinting } from '../../../components/print/printing-context';
import type { NodeRow } from '../../../fleet/node-row';
import { useWayTest } from '../../../hooks/flow-test/useWayTest';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { useRecheckRight } from '../../../hooks/useRecheckRight';
import type { ReadFlows } from '../../../k8s/read-reported-flows';
import { FlowTable } from './FlowTable';
import { WayTest } from './WayTest';

interface TestedTableProps {
  readonly flows: ReadFlows;
  readonly flow: FlowKey;
  readonly ports: CalicoPorts;
  readonly isStale: boolean;
  readonly rows: readonly NodeRow[] | undefined;
}

const nobody: readonly NodeRow[] = [];

/** The table of a flow, in which pairs of each failing cell can be tested again, and what became of that. */
export const TestedTable = ({ flows, flow, ports, isStale, rows }: TestedTableProps) => {
  const translation = useReadinessTranslation();
  const allowed = useRecheckRight();
  const { isPrinting } = usePrinting();
  const { asked, test, isRunning, ask } = useWayTest(rows ?? nobody);
  const { grouping, groups, cells } = flows;
  const name = flowName(translation, flow, ports);
  const failingOf = (from: string, to: string): number =>
    cells.find((cell) => cell.flow === flow && groups[cell.from] === from && groups[cell.to] === to)?.failing ?? 0;
  // What subnet a node is in only the controller knows.
  const isOffered = rows !== undefined && grouping !== undefined && grouping !== 'subnet' && !isPrinting;
  const againOf = (row: number, column: number): ReactNode => {
    const [from, to] = [groups[row], groups[column]];
    if (from === undefined || to === undefined || grouping === undefined) return null;
    return (
      <TestAgainButton
        name={translation.t('{{flow}} from {{source}} to {{target}}', {
          flow: name,
          source: groupName(translation, grouping, from),
          target: groupName(translation, grouping, to),
        })}
        allowed={allowed}
        isRunning={isRunning}
        onPress={() => {
          ask({ flow, grouping, from, to }, requirementOfFlow(flow));
        }}
      />
    );
  };
  return (
    <>
      <FlowTable flows={flows} flow={flow} name={name} isStale={isStale} {...(isOffered && { againOf })} />
      {asked?.way.flow === flow && (
        <WayTest asked={asked} test={test} ports={ports} failing={failingOf(asked.way.from, asked.way.to)} />
      )}
    </>
  );
};

import type { ReactNode } from 'react';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { FlowKey } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadFlows } from '../../../k8s/read-reported-flows';
import { FlowCell } from './FlowCell';
import { groupingHeads, groupName } from '../../../components/flows/flow-texts';

interface FlowTableProps {
  readonly flows: ReadFlows;
  readonly flow: FlowKey;
  /** The flow as a person calls it. */
  readonly name: string;
  readonly isStale: boolean;
  /** What tests the pairs of a cell again, from and to the groups of these numbers. */
  readonly againOf?: (from: number, to: number) => ReactNode;
}

/** One flow from every group to every group: rows from, columns to. */
export const FlowTable = ({ flows: { grouping, groups, cells }, flow, name, isStale, againOf }: FlowTableProps) => {
  const translation = useReadinessTranslation();
  const heads = groupingHeads(translation, grouping);
  const names = groups.map((group) => groupName(translation, grouping, group));
  return (
    // Where nothing in it takes the focus, it has to be scrolled by keys itself.
    <div className="calico-readiness__scroll" role="group" aria-label={name} tabIndex={0}>
      <Table
        variant="compact"
        role="table"
        aria-label={name}
        gridBreakPoint=""
        className="calico-readiness__flow-table"
      >
        <Thead hasNestedHeader>
          <Tr>
            <Th rowSpan={2} hasRightBorder modifier="nowrap">
              {heads.from}
            </Th>
            <Th colSpan={names.length} modifier="nowrap">
              {heads.to}
            </Th>
          </Tr>
          <Tr>
            {names.map((to, at) => (
              <Th key={groups[at]} isSubheader modifier="nowrap">
                <GroupName of={groups[at]} name={to} />
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {names.map((from, row) => (
            <Tr key={groups[row]}>
              <Th scope="row" hasRightBorder modifier="nowrap">
                <GroupName of={groups[row]} name={from} />
              </Th>
              {names.map((to, column) => (
                <Td key={groups[column]} dataLabel={to} modifier="nowrap">
                  <FlowCell
                    cell={cells.find((cell) => cell.flow === flow && cell.from === row && cell.to === column)}
                    isStale={isStale}
                    again={againOf?.(row, column)}
                  />
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
};

/** A name comes from the cluster, and stands for itself in every language. */
const GroupName = ({ of: group, name }: { readonly of: string | undefined; readonly name: string }) =>
  group === '' ? <>{name}</> : <bdi>{name}</bdi>;

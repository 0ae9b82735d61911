import { useMemo } from 'react';
import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { interferenceOfFinding } from '@calico-readiness/requirements';
import type { FirewallInterference, Message } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { AffectedRow } from './affected-nodes';

interface InterferenceTableProps {
  readonly rows: readonly FirewallInterference[];
  readonly affected: readonly AffectedRow[];
}

/** What each manager does to the rules of a host and which traffic that breaks; those of the affected nodes first. */
export const InterferenceTable = ({ rows, affected }: InterferenceTableProps) => {
  const { t, message, number } = useReadinessTranslation();
  const nodesByRow = useMemo(() => countNodes(affected), [affected]);
  const nodesOf = (row: FirewallInterference): number => nodesByRow.get(row.does) ?? 0;
  const ordered = [...rows.filter((row) => nodesOf(row) > 0), ...rows.filter((row) => nodesOf(row) === 0)];
  return (
    <Table variant="compact" aria-label={t('What firewall managers break')}>
      <Thead>
        <Tr>
          <Th width={20}>{t('Unit')}</Th>
          <Th width={35}>{t('What it does')}</Th>
          <Th>{t('Calico traffic that it breaks')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {ordered.map((row) => (
          <Tr key={row.units[0]}>
            <Td dataLabel={t('Unit')}>
              {row.units.map((unit) => (
                <div key={unit}>{unit}</div>
              ))}
              {nodesOf(row) > 0 && (
                <Label isCompact>
                  {t('On {{number}} affected nodes', { count: nodesOf(row), number: number(nodesOf(row)) })}
                </Label>
              )}
            </Td>
            <Td dataLabel={t('What it does')}>{message(row.does)}</Td>
            <Td dataLabel={t('Calico traffic that it breaks')}>{message(row.breaks)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

/** On how many nodes a failed finding names a unit of the row that `does` this. */
function countNodes(affected: readonly AffectedRow[]): ReadonlyMap<Message, number> {
  const counts = new Map<Message, number>();
  for (const { row, requirements } of affected) {
    const findings = requirements.flatMap((requirement) => row.report?.findings.get(requirement) ?? []);
    for (const { does } of findings.flatMap(interferenceOfFinding)) counts.set(does, (counts.get(does) ?? 0) + 1);
  }
  return counts;
}

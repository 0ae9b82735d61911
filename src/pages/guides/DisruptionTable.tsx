import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { HostText } from '../../components/HostText';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { PoolReach } from './pool-reach';

/** What the MachineConfig does to each pool that it reaches. */
export const DisruptionTable = ({ role, reach }: { role: string; reach: readonly PoolReach[] }) => {
  const { t, number } = useReadinessTranslation();
  return (
    <Table variant="compact" aria-label={t('Pools that the MachineConfig reaches')}>
      <Thead>
        <Tr>
          <Th width={20}>{t('Pool')}</Th>
          <Th width={10} modifier="wrap">
            {t('RHCOS nodes')}
          </Th>
          <Th width={15}>{t('Affected')}</Th>
          <Th>{t('What happens')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {reach.map((pool) => (
          <Tr key={pool.pool}>
            <Td dataLabel={t('Pool')}>
              <HostText>{pool.pool}</HostText> {pool.paused && <Label isCompact>{t('Paused')}</Label>}
            </Td>
            <Td dataLabel={t('RHCOS nodes')}>{number(pool.nodes)}</Td>
            <Td dataLabel={t('Affected')}>
              {t('{{affected}} of {{nodes}}', { affected: number(pool.affected), nodes: number(pool.nodes) })}
            </Td>
            <Td dataLabel={t('What happens')}>
              {consequences(t, number, role, pool).map((sentence) => (
                <div key={sentence}>{sentence}</div>
              ))}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

function consequences(
  t: ReadinessTranslation['t'],
  number: ReadinessTranslation['number'],
  role: string,
  { inherits, paused, otherNodes }: PoolReach,
): string[] {
  return [
    paused
      ? t('The pool is paused: nothing happens until it is resumed.')
      : t('Every RHCOS node of the pool gets the change.'),
    ...(inherits ? [t('The pool inherits the role {{role}}.', { role })] : []),
    ...(otherNodes > 0
      ? [
          t('{{number}} other nodes of the pool are not RHCOS: the MachineConfig does not reach them.', {
            count: otherNodes,
            number: number(otherNodes),
          }),
        ]
      : []),
  ];
}

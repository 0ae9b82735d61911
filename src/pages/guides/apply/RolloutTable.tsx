import { Progress, ProgressMeasureLocation, ProgressSize } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { PoolRollout } from '../../../apply/pool-rollout';
import type { PoolVerification } from '../../../apply/verification';
import { HostText } from '../../../components/HostText';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { RolloutStateLabel } from './RolloutStateLabel';

interface RolloutTableProps {
  readonly pools: readonly PoolRollout[];
  readonly verification: readonly PoolVerification[];
  readonly isRemoval: boolean;
}

/** How far each pool is: machines by the operator's word, nodes by their reports. */
export const RolloutTable = ({ pools, verification, isRemoval }: RolloutTableProps) => {
  const { t } = useReadinessTranslation();
  return (
    <Table variant="compact" aria-label={t('Rollout by pool')}>
      <Thead>
        <Tr>
          <Th width={15}>{t('Pool')}</Th>
          <Th width={40}>{t('State')}</Th>
          <Th>{t('Nodes updated')}</Th>
          {!isRemoval && <Th>{t('Requirements met since')}</Th>}
        </Tr>
      </Thead>
      <Tbody>
        {pools.map((rollout) => {
          const met = verification.find(({ pool }) => pool === rollout.pool);
          return (
            <Tr key={rollout.pool}>
              <Td dataLabel={t('Pool')}>
                <HostText>{rollout.pool}</HostText>
              </Td>
              <Td dataLabel={t('State')}>
                <RolloutStateLabel state={rollout.state} />
                {rollout.message !== undefined && (
                  <div>
                    <HostText>{rollout.message}</HostText>
                  </div>
                )}
              </Td>
              <Td dataLabel={t('Nodes updated')}>
                <Updated rollout={rollout} />
              </Td>
              {!isRemoval && (
                <Td dataLabel={t('Requirements met since')}>
                  {met !== undefined && (
                    <Share
                      name={t('Nodes verified in pool {{pool}}', { pool: rollout.pool })}
                      part={met.met}
                      whole={met.nodes}
                    />
                  )}
                </Td>
              )}
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};

const Updated = ({ rollout: { pool, updated, machines, degraded } }: { rollout: PoolRollout }) => {
  const { t, number } = useReadinessTranslation();
  return (
    <>
      {updated === undefined ? (
        t('Not counted yet')
      ) : (
        <Share name={t('Nodes updated in pool {{pool}}', { pool })} part={updated} whole={machines} />
      )}
      {degraded > 0 && <div>{t('{{number}} nodes degraded', { count: degraded, number: number(degraded) })}</div>}
    </>
  );
};

const Share = ({ name, part, whole }: { name: string; part: number; whole: number }) => {
  const { t, number } = useReadinessTranslation();
  const text = t('{{affected}} of {{nodes}}', { affected: number(part), nodes: number(whole) });
  return (
    <>
      <span>{text}</span>
      <Progress
        aria-label={name}
        max={Math.max(1, whole)}
        value={Math.min(part, whole)}
        valueText={text}
        size={ProgressSize.sm}
        measureLocation={ProgressMeasureLocation.none}
      />
    </>
  );
};

import { useState } from 'react';
import { Badge, Button, Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import { matrixPath } from '../../components/addresses';
import { FleetLink } from '../../components/FleetLink';
import type { Fleet } from '../../fleet/build-fleet';
import { causeKey } from '../../fleet/node-causes';
import type { Cause } from '../../fleet/causes';
import type { CauseChanges } from '../../fleet/what-if-changes';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { CauseRow } from './CauseRow';
import { GoneCauses } from './GoneCauses';
import { NoCauses } from './NoCauses';

interface CausesCardProps {
  readonly causes: readonly Cause[];
  /** In a what-if: what the causes were currently. */
  readonly changes: CauseChanges | undefined;
  readonly fleet: Fleet;
}

const shownAtFirst = 10;

/** What keeps nodes from being ready, worst first. */
export const CausesCard = ({ causes, changes, fleet }: CausesCardProps) => {
  const { t, number } = useReadinessTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? causes : causes.slice(0, shownAtFirst);
  const total = fleet.rows.length;
  return (
    <Card isCompact component="section" aria-label={t('Causes')}>
      <CardTitle component="h2">
        <span className="calico-readiness__card-head">
          {t('Causes')} <Badge isRead>{number(causes.length)}</Badge>
          {causes.length > 0 && <span className="calico-readiness__quiet">{t('sorted by blocking nodes')}</span>}
          <FleetLink className="calico-readiness__quiet calico-readiness__push-end" to={matrixPath}>
            {t('See all {{number}} nodes', { count: total, number: number(total) })}
          </FleetLink>
        </span>
      </CardTitle>
      <CardBody className="calico-readiness__scroll">
        {causes.length === 0 ? (
          <NoCauses fleet={fleet} />
        ) : (
          <Table variant="compact" aria-label={t('Causes')} gridBreakPoint="">
            <Thead>
              <Tr>
                <Th width={40}>{t('Cause')}</Th>
                <Th>{t('Pools')}</Th>
                <Th>{t('Nodes')}</Th>
                <Th>{t('Since')}</Th>
                <Th screenReaderText={t('Guide')} />
              </Tr>
            </Thead>
            <Tbody>
              {shown.map((cause) => (
                <CauseRow
                  key={causeKey(cause)}
                  cause={cause}
                  nodes={total}
                  more={changes?.causes.find((change) => change.cause === cause)?.more}
                />
              ))}
            </Tbody>
          </Table>
        )}
        {shown.length < causes.length && (
          <Button
            variant="link"
            onClick={() => {
              setShowsAll(true);
            }}
          >
            {t('Show all {{number}} causes', { count: causes.length, number: number(causes.length) })}
          </Button>
        )}
        {changes !== undefined && changes.gone.length > 0 && <GoneCauses causes={changes.gone} />}
      </CardBody>
    </Card>
  );
};

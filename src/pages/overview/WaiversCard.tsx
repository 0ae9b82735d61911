import { useMemo } from 'react';
import { Badge, Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import { useMayWaive } from '../../components/waivers/useMayWaive';
import type { Fleet } from '../../fleet/build-fleet';
import { waiverUses } from '../../fleet/waivers/waiver-uses';
import { useKeepFocus } from '../../hooks/useKeepFocus';
import { useNow } from '../../hooks/useNow';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { WaiverRow } from './WaiverRow';

/** Every waiver of the policy with what it comes to; nothing where there is none. */
export const WaiversCard = ({ fleet }: { fleet: Fleet }) => {
  const { t, number } = useReadinessTranslation();
  const now = useNow(30_000);
  const { waivers } = fleet;
  // A what-if changes no waiver: what each comes to is said of the current state.
  const rows = (fleet.present ?? fleet).rows;
  const uses = useMemo(() => waiverUses(waivers, rows, now), [waivers, rows, now]);
  const mayEnd = useMayWaive(uses.length === 0 ? null : 'patch');
  useKeepFocus(String(uses.length), '.calico-readiness__waivers h2');
  const isHidden = waivers.problem?.kind === 'forbidden' && waivers.policy === undefined;
  if (uses.length === 0 && !isHidden) return null;
  const covered = uses.reduce((sum, { nodes }) => sum + nodes, 0);
  return (
    <Card isCompact component="section" className="calico-readiness__waivers" aria-label={t('Waivers')}>
      <CardTitle component="h2">
        <span className="calico-readiness__card-head">
          {t('Waivers')} <Badge isRead>{number(uses.length)}</Badge>
          {!isHidden && (
            <span className="calico-readiness__quiet">
              {t('{{number}} findings waived', { count: covered, number: number(covered) })}
            </span>
          )}
        </span>
      </CardTitle>
      <CardBody className="calico-readiness__scroll">
        {isHidden ? (
          <p>{t('Waivers cannot be read. Permission to list ReadinessPolicies is required.')}</p>
        ) : (
          <Table variant="compact" aria-label={t('Waivers')} gridBreakPoint="">
            <Thead>
              <Tr>
                <Th modifier="nowrap">{t('Requirement')}</Th>
                <Th modifier="nowrap">{t('Nodes')}</Th>
                <Th modifier="nowrap">{t('Reason')}</Th>
                <Th modifier="nowrap">{t('Owner')}</Th>
                <Th modifier="nowrap">{t('State')}</Th>
                <Th screenReaderText={t('Action')} />
              </Tr>
            </Thead>
            <Tbody>
              {uses.map((use) => (
                <WaiverRow key={use.index} use={use} waivers={waivers} mayEnd={mayEnd} />
              ))}
            </Tbody>
          </Table>
        )}
        {mayEnd === false && !isHidden && (
          <p>{t('Permission to patch ReadinessPolicies is required to end a waiver.')}</p>
        )}
      </CardBody>
    </Card>
  );
};

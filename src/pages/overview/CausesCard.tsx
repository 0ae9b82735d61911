import { useState } from 'react';
import { Badge, Button, Card, CardBody, CardTitle } from '@patternfly/react-core';
import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import { matrixPath } from '../../components/addresses';
import { FleetLink } from '../../components/FleetLink';
import { usePrinting } from '../../components/print/printing-context';
import { causeKey } from '../../fleet/node-causes';
import { useKeepFocus } from '../../hooks/useKeepFocus';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { CauseRow } from './CauseRow';
import { GoneCauses } from './GoneCauses';
import { NoCauses } from './NoCauses';
import type { OverviewContent } from './overview-content';

interface CausesCardProps {
  readonly content: OverviewContent;
}

const shownAtFirst = 10;

/** What keeps nodes from being ready, worst first. */
export const CausesCard = ({ content }: CausesCardProps) => {
  const { t, number } = useReadinessTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const { causes, causesTotal, present } = content;
  const { isPrinting } = usePrinting();
  const shown = showsAll || isPrinting ? causes : causes.slice(0, shownAtFirst);
  useKeepFocus(String(showsAll), '.calico-readiness__causes h2');
  const changes = present?.changes;
  const total = content.totals.nodes;
  return (
    <Card isCompact component="section" className="calico-readiness__causes" aria-label={t('Causes')}>
      <CardTitle component="h2">
        <span className="calico-readiness__card-head">
          {t('Causes')} <Badge isRead>{number(causesTotal)}</Badge>
          {causes.length > 0 && <span className="calico-readiness__quiet">{t('sorted by blocking nodes')}</span>}
          <FleetLink className="calico-readiness__quiet calico-readiness__push-end" to={matrixPath}>
            {t('See all {{number}} nodes', { count: total, number: number(total) })}
          </FleetLink>
        </span>
      </CardTitle>
      <CardBody className="calico-readiness__scroll">
        {causes.length === 0 ? (
          <NoCauses totals={content.totals} isWhatIf={present !== undefined} />
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
          <ShowAll
            causes={causes.length}
            onClick={() => {
              setShowsAll(true);
            }}
          />
        )}
        {causes.length < causesTotal && <NotListed causes={causesTotal - causes.length} />}
        {changes !== undefined && changes.gone.length > 0 && <GoneCauses causes={changes.gone} />}
      </CardBody>
    </Card>
  );
};

const ShowAll = ({ causes, onClick }: { readonly causes: number; readonly onClick: () => void }) => {
  const { t, number } = useReadinessTranslation();
  return (
    <Button variant="link" onClick={onClick}>
      {t('Show all {{number}} causes', { count: causes, number: number(causes) })}
    </Button>
  );
};

/** A summary lists so many causes at most. */
const NotListed = ({ causes }: { readonly causes: number }) => {
  const { t, number } = useReadinessTranslation();
  return (
    <p className="calico-readiness__quiet">
      {t('{{number}} more causes are listed once all reports are loaded.', { count: causes, number: number(causes) })}
    </p>
  );
};

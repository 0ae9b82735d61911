import { Card, CardBody } from '@patternfly/react-core';
import { connectivityStates } from '@calico-readiness/requirements';
import type { Connectivity } from '@calico-readiness/requirements';
import { matrixAddress } from '../../components/addresses';
import { FleetLink } from '../../components/FleetLink';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { DeltaLabel } from '../../components/what-if/DeltaLabel';
import type { Fleet } from '../../fleet/build-fleet';
import type { RowVerdict } from '../../fleet/node-row';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

const order: readonly RowVerdict[] = ['Ready', 'NotReady', 'Unknown', 'Stale', 'NoReport'];

/** The five verdicts, which add up to the Node list, and what is known of the flows. */
export const VerdictsCard = ({ fleet }: { fleet: Fleet }) => {
  const { t, number } = useReadinessTranslation();
  const total = fleet.rows.length;
  const explanations: Record<RowVerdict, string> = {
    Ready: t('of {{number}} nodes', { count: total, number: number(total) }),
    NotReady: t('a required check fails'),
    Unknown: t('evidence is missing'),
    Stale: t('the report is overdue'),
    NoReport: t('node without a report'),
  };
  return (
    <Card isCompact component="section" aria-label={t('Verdicts')}>
      <CardBody>
        <dl className="calico-readiness__counts">
          {order.map((verdict) => (
            <div key={verdict} className="calico-readiness__count">
              <dt>
                <VerdictIcon of={verdict} /> {verdictWord(t, verdict)}
              </dt>
              <dd className="calico-readiness__count-number">
                <FleetLink
                  to={matrixAddress({ verdict })}
                  aria-label={t('{{number}} {{verdict}}: show the nodes', {
                    number: number(fleet.verdicts[verdict]),
                    verdict: verdictWord(t, verdict),
                  })}
                >
                  {number(fleet.verdicts[verdict])}
                </FleetLink>{' '}
                {fleet.present !== undefined && (
                  <DeltaLabel more={fleet.verdicts[verdict] - fleet.present.verdicts[verdict]} />
                )}
              </dd>
              <dd className="calico-readiness__quiet">{explanations[verdict]}</dd>
            </div>
          ))}
        </dl>
        <ConnectivityLine fleet={fleet} />
      </CardBody>
    </Card>
  );
};

const ConnectivityLine = ({ fleet }: { fleet: Fleet }) => {
  const { t, number } = useReadinessTranslation();
  const texts: Record<Connectivity, string> = {
    Verified: t('{{number}} verified', { number: number(fleet.connectivity.Verified) }),
    NotVerified: t('{{number}} not verified', { number: number(fleet.connectivity.NotVerified) }),
    Broken: t('{{number}} broken', { number: number(fleet.connectivity.Broken) }),
  };
  return (
    <div className="calico-readiness__connectivity">
      <strong>{t('Connectivity')}</strong>
      {connectivityStates.map((connectivity) => (
        <span key={connectivity}>
          <VerdictIcon of={connectivity} />{' '}
          <FleetLink to={matrixAddress({ connectivity })}>{texts[connectivity]}</FleetLink>{' '}
          {fleet.present !== undefined && (
            <DeltaLabel more={fleet.connectivity[connectivity] - fleet.present.connectivity[connectivity]} />
          )}
        </span>
      ))}
      <span className="calico-readiness__quiet calico-readiness__push-end">
        {t('Counted against the Node list: {{nodes}}, {{reports}}', {
          nodes: t('{{number}} nodes', { count: fleet.rows.length, number: number(fleet.rows.length) }),
          reports: t('{{number}} reports', { count: fleet.reports, number: number(fleet.reports) }),
        })}
      </span>
    </div>
  );
};

import type { ReactNode } from 'react';
import { Card, CardBody } from '@patternfly/react-core';
import { connectivityStates } from '@calico-readiness/requirements';
import type { Connectivity } from '@calico-readiness/requirements';
import { matrixAddress } from '../../components/addresses';
import { FleetLink } from '../../components/FleetLink';
import { VerdictIcon } from '../../components/verdicts/VerdictIcon';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { DeltaLabel } from '../../components/what-if/DeltaLabel';
import type { FleetTotals } from '../../fleet/fleet-totals';
import type { RowVerdict } from '../../fleet/node-row';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

const order: readonly RowVerdict[] = ['Ready', 'ReadyWithWaivers', 'NotReady', 'Unknown', 'Stale', 'NoReport'];

interface VerdictsCardProps {
  readonly totals: FleetTotals;
  /** In a what-if: the totals of the current state. */
  readonly present: FleetTotals | undefined;
  /** Lines of their own below. */
  readonly children?: ReactNode;
}

/** The verdicts, which add up to the Node list, and what is known of the flows. */
export const VerdictsCard = ({ totals, present, children }: VerdictsCardProps) => {
  const { t, number } = useReadinessTranslation();
  const total = totals.nodes;
  const explanations: Record<RowVerdict, string> = {
    // Below a large number and the verdict, as a line of its own: 126, Ready, of 200 nodes.
    Ready: t('of {{number}} nodes', { count: total, number: number(total) }),
    ReadyWithWaivers: t('what is not met is waived'),
    NotReady: t('a required check fails'),
    Unknown: t('evidence is missing'),
    Stale: t('the report is overdue'),
    NoReport: t('node without a report'),
  };
  // Where nothing is waived nobody needs to think of waivers.
  const shown = order.filter(
    (verdict) => verdict !== 'ReadyWithWaivers' || totals.verdicts[verdict] + (present?.verdicts[verdict] ?? 0) > 0,
  );
  return (
    <Card isCompact component="section" aria-label={t('Verdicts')}>
      <CardBody>
        <dl className="calico-readiness__counts">
          {shown.map((verdict) => (
            <div key={verdict} className="calico-readiness__count">
              <dt>
                <VerdictIcon of={verdict} /> {verdictWord(t, verdict)}
              </dt>
              <dd className="calico-readiness__count-number">
                <FleetLink
                  to={matrixAddress({ verdict })}
                  aria-label={t('{{number}} {{verdict}}: show the nodes', {
                    number: number(totals.verdicts[verdict]),
                    verdict: verdictWord(t, verdict),
                  })}
                >
                  {number(totals.verdicts[verdict])}
                </FleetLink>{' '}
                {present !== undefined && <DeltaLabel more={totals.verdicts[verdict] - present.verdicts[verdict]} />}
              </dd>
              <dd className="calico-readiness__quiet">{explanations[verdict]}</dd>
            </div>
          ))}
        </dl>
        <ConnectivityLine totals={totals} present={present} />
        {children}
      </CardBody>
    </Card>
  );
};

const ConnectivityLine = ({ totals, present }: Omit<VerdictsCardProps, 'children'>) => {
  const { t, number } = useReadinessTranslation();
  const texts: Record<Connectivity, string> = {
    Verified: t('{{number}} verified', { number: number(totals.connectivity.Verified) }),
    NotVerified: t('{{number}} not verified', { number: number(totals.connectivity.NotVerified) }),
    Broken: t('{{number}} broken', { number: number(totals.connectivity.Broken) }),
  };
  return (
    <div className="calico-readiness__connectivity">
      <strong>{t('Connectivity')}</strong>
      {connectivityStates.map((connectivity) => (
        <span key={connectivity}>
          <VerdictIcon of={connectivity} />{' '}
          <FleetLink to={matrixAddress({ connectivity })}>{texts[connectivity]}</FleetLink>{' '}
          {present !== undefined && (
            <DeltaLabel more={totals.connectivity[connectivity] - present.connectivity[connectivity]} />
          )}
        </span>
      ))}
      <span className="calico-readiness__quiet calico-readiness__push-end">
        {t('Counted against the Node list: {{nodes}}, {{reports}}', {
          nodes: t('{{number}} nodes', { count: totals.nodes, number: number(totals.nodes) }),
          reports: t('{{number}} reports', { count: totals.reports, number: number(totals.reports) }),
        })}
      </span>
    </div>
  );
};

import type { AlertProps } from '@patternfly/react-core';
import { LabelledSpinner } from '../../../components/labelled/LabelledSpinner';
import { LabelledAlert } from '../../../components/labelled/LabelledAlert';
import { totals } from '../../../apply/application';
import { HostText } from '../../../components/HostText';
import { listOf, sentenceWith } from '../../../components/sentence-with';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { Application } from './useApplication';

/** Where the application stands, in a sentence. */
export const PhaseStatement = ({ application, isCatchingUp }: { application: Application; isCatchingUp: boolean }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  if (isCatchingUp) return <LabelledSpinner label={t('Written. Waiting for the cluster to confirm.')} />;
  const { title, variant } = statementOf(application, translation);
  return (
    <LabelledAlert variant={variant} isInline component="h3" title={title}>
      {application.ownership?.kind === 'foreign' && <Makers makers={application.ownership.makers} />}
      {application.phase !== 'foreign' && application.existing !== undefined && application.pools.length === 0 && (
        <p>{t('No MachineConfigPool is visible, so the rollout cannot be followed here.')}</p>
      )}
    </LabelledAlert>
  );
};

const Makers = ({ makers }: { makers: readonly string[] }) => {
  const { t, language } = useReadinessTranslation();
  const hostText = (maker: string) => <HostText key={maker}>{maker}</HostText>;
  return makers.length === 0 ? (
    <p>{t('Its author is not recorded.')}</p>
  ) : (
    <p>
      {sentenceWith({ makers: listOf(language, makers.map(hostText)) }, (places) =>
        t('Created or changed by: {{makers}}', places),
      )}
    </p>
  );
};

function statementOf(
  { name, phase, verification }: Application,
  { t, number }: ReadinessTranslation,
): { readonly title: string; readonly variant: AlertProps['variant'] } {
  const { nodes, met, waiting } = totals(verification);
  const open = nodes - met;
  switch (phase) {
    case 'absent':
      return { variant: 'info', title: t('The cluster has no MachineConfig {{name}}', { name }) };
    case 'foreign':
      return {
        variant: 'warning',
        title: t('The cluster has a MachineConfig {{name}} that no guide created', { name }),
      };
    case 'degraded':
      return { variant: 'danger', title: t('A pool is degraded and cannot go on by itself') };
    case 'rolling-out':
      return { variant: 'info', title: t('The pools are being updated') };
    case 'paused':
      return { variant: 'warning', title: t('A paused pool waits until it is resumed') };
    case 'verifying':
      return {
        variant: 'info',
        title: t('Every pool is updated. {{number}} nodes have not reported since.', {
          count: waiting,
          number: number(waiting),
        }),
      };
    case 'not-effective':
      return {
        variant: 'warning',
        title: t('Every pool is updated, and {{number}} nodes still do not meet the requirements', {
          count: open,
          number: number(open),
        }),
      };
    case 'verified':
      return {
        variant: 'success',
        title: t('Verified on {{met}} of {{nodes}} nodes', { met: number(met), nodes: number(nodes) }),
      };
    case 'removing':
      return { variant: 'info', title: t('The MachineConfig was deleted, and the pools are being updated without it') };
    default:
      return phase satisfies never;
  }
}

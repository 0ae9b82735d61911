import { selectorText } from '@calico-readiness/requirements';
import type { ReadWaiver } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { HostText } from '../HostText';
import { waivedUntil } from '../waived-until';

/** Why a finding is waived, who answers for it, until when, and on which nodes. */
export const WaiverDetails = ({ waiver }: { waiver: ReadWaiver }) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const nodes = selectorText(waiver.selector);
  return (
    <dl className="calico-readiness__evidence">
      <dt>{t('State')}</dt>
      <dd>{waivedUntil(translation, waiver)}</dd>
      <dt>{t('Reason')}</dt>
      <dd>
        <HostText>{waiver.reason}</HostText>
      </dd>
      <dt>{t('Owner')}</dt>
      <dd>
        <HostText>{waiver.owner}</HostText>
      </dd>
      <dt>{t('Nodes')}</dt>
      <dd>{nodes === '' ? t('All nodes') : <HostText>{nodes}</HostText>}</dd>
    </dl>
  );
};

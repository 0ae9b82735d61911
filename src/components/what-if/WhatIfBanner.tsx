import { Alert, AlertActionLink } from '@patternfly/react-core';
import { FlaskIcon } from '@patternfly/react-icons';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { WhatIf } from '../../hooks/useWhatIf';
import { HostText } from '../HostText';
import { differenceTexts, summaryText } from './what-if-texts';
import './what-if.css';

interface WhatIfBannerProps {
  readonly whatIf: WhatIf;
  readonly onEdit: () => void;
}

/** Says above everything else that the page does not show the present; also when only nonsense was asked for. */
export const WhatIfBanner = ({ whatIf, onEdit }: WhatIfBannerProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { isOn, ignored, present, summary, values, leave } = whatIf;
  if (!isOn && ignored.length === 0) return null;
  const nonsense = ignored.length > 0 && (
    <p>
      {t('Not understood in the address, and ignored:')} <HostText>{ignored.join(', ').slice(0, 200)}</HostText>
    </p>
  );
  if (!isOn) {
    return (
      <Alert
        isInline
        variant="warning"
        component="p"
        title={t('This is the present: the what-if in the address is not understood')}
        actionLinks={<AlertActionLink onClick={leave}>{t('Clear it')}</AlertActionLink>}
      >
        {nonsense}
      </Alert>
    );
  }
  const differing = present === undefined ? [] : differenceTexts(translation, present, values);
  return (
    <section aria-label={t('What-if')} className="calico-readiness__what-if">
      <Alert
        isInline
        variant="custom"
        component="p"
        customIcon={<FlaskIcon />}
        variantLabel={t('What-if')}
        title={t('What-if, not the present. Nothing in the cluster changes.')}
        actionLinks={
          <>
            {present !== undefined && <AlertActionLink onClick={onEdit}>{t('Edit profile')}</AlertActionLink>}
            <AlertActionLink onClick={leave}>{t('Leave what-if')}</AlertActionLink>
          </>
        }
      >
        {differing.length > 0 && (
          <ul className="calico-readiness__differences">
            {differing.map(({ field, title, then, now }) => (
              <li key={field}>
                <strong>{t('{{title}}: {{value}}', { title, value: then })}</strong>{' '}
                <span className="calico-readiness__quiet">{t('now {{value}}', { value: now })}</span>
              </li>
            ))}
          </ul>
        )}
        {present !== undefined && differing.length === 0 && (
          <p>{t('This profile is the one that most nodes are judged against at present.')}</p>
        )}
        <p role="status">
          {summary !== undefined &&
            t('{{summary}}. Judged in this browser from the facts of the reports.', {
              summary: summaryText(translation, summary),
            })}
        </p>
        {nonsense}
      </Alert>
    </section>
  );
};

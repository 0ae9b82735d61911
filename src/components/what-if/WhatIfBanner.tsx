import { AlertActionLink } from '@patternfly/react-core';
import { FlaskIcon } from '@patternfly/react-icons';
import { LabelledAlert } from '../labelled/LabelledAlert';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { WhatIf } from '../../hooks/useWhatIf';
import { HostText } from '../HostText';
import { sentenceWith } from '../sentence-with';
import { differenceTexts, summaryText } from './what-if-texts';
import type { Difference } from './what-if-texts';
import './what-if.css';

interface WhatIfBannerProps {
  readonly whatIf: WhatIf;
  readonly onEdit: () => void;
}

/** Says above everything else that the page does not show the current state; also when only nonsense was asked for. */
export const WhatIfBanner = ({ whatIf, onEdit }: WhatIfBannerProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const { isOn, ignored, present, summary, values, leave } = whatIf;
  if (!isOn) return ignored.length === 0 ? null : <NothingUnderstood ignored={ignored} onClear={leave} />;
  return (
    <section aria-label={t('What-if')} className="calico-readiness__what-if">
      <LabelledAlert
        isInline
        variant="custom"
        component="p"
        customIcon={<FlaskIcon />}
        variantLabel={t('What-if')}
        title={t('What-if, not the current state. Nothing in the cluster changes.')}
        actionLinks={
          <>
            {present !== undefined && <AlertActionLink onClick={onEdit}>{t('Edit profile')}</AlertActionLink>}
            <AlertActionLink onClick={leave}>{t('Leave what-if')}</AlertActionLink>
          </>
        }
      >
        {present !== undefined && <Differences differing={differenceTexts(translation, present, values)} />}
        <p role="status">
          {summary !== undefined &&
            t('{{summary}}. Evaluated in your browser from the reported facts.', {
              summary: summaryText(translation, summary),
            })}
        </p>
        <Ignored parts={ignored} />
      </LabelledAlert>
    </section>
  );
};

const NothingUnderstood = ({ ignored, onClear }: { ignored: readonly string[]; onClear: () => void }) => {
  const { t } = useReadinessTranslation();
  return (
    <LabelledAlert
      isInline
      variant="warning"
      component="p"
      title={t('This is the current state: the what-if in the address is not valid')}
      actionLinks={<AlertActionLink onClick={onClear}>{t('Clear it')}</AlertActionLink>}
    >
      <Ignored parts={ignored} />
    </LabelledAlert>
  );
};

const Ignored = ({ parts }: { parts: readonly string[] }) => {
  const { t } = useReadinessTranslation();
  if (parts.length === 0) return null;
  return (
    <p>
      {sentenceWith({ parts: <HostText>{parts.join(', ').slice(0, 200)}</HostText> }, (places) =>
        t('Not valid in the address, and ignored: {{parts}}', places),
      )}
    </p>
  );
};

const Differences = ({ differing }: { differing: readonly Difference[] }) => {
  const { t } = useReadinessTranslation();
  if (differing.length === 0) {
    return <p>{t('Most nodes are currently evaluated against this profile.')}</p>;
  }
  return (
    <ul className="calico-readiness__differences">
      {differing.map(({ field, title, then, now }) => (
        <li key={field}>
          <strong>{t('{{title}}: {{value}}', { title, value: then })}</strong>{' '}
          <span className="calico-readiness__quiet">{t('Current: {{value}}', { value: now })}</span>
        </li>
      ))}
    </ul>
  );
};

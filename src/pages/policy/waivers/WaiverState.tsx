import { Label } from '@patternfly/react-core';
import { readWaivers } from '@calico-readiness/requirements';
import { dayText, waivedUntil } from '../../../components/waived-until';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { isEdited } from '../draft/waiver-item';
import type { WaiverItem } from '../draft/waiver-item';

/** What the waiver is as it is written, or that it will be another one. `now` is in milliseconds since 1970. */
export const WaiverState = ({ item, now }: { readonly item: WaiverItem; readonly now: number }) => {
  const translation = useReadinessTranslation();
  const { t, message, language } = translation;
  if (item.written === undefined) return <Label color="blue">{t('New')}</Label>;
  if (isEdited(item)) return <Label color="blue">{t('Changed')}</Label>;
  const { usable, invalid } = readWaivers([item.written]);
  const [waiver] = usable;
  const [broken] = invalid;
  if (waiver === undefined)
    return (
      <Label status="warning">
        {t('Invalid, covers nothing: {{problem}}', { problem: broken === undefined ? '' : message(broken.problem) })}
      </Label>
    );
  return waiver.expiresAt <= now ? (
    <Label variant="outline">{t('Ended on {{date}}', { date: dayText(language, waiver.expiresAt) })}</Label>
  ) : (
    <span className="calico-readiness__quiet">{waivedUntil(translation, waiver)}</span>
  );
};

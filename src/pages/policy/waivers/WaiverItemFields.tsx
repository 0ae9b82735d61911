import { Button, FormGroup, Title } from '@patternfly/react-core';
import { waiverLimits } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { WaiverEntry, WaiverItem } from '../draft/waiver-item';
import { RequirementChoice } from './RequirementChoice';
import { TextField } from '../TextField';
import { WaiverState } from './WaiverState';

interface WaiverItemFieldsProps {
  readonly item: WaiverItem;
  /** Its place below `spec`, e.g. `waivers[2]`. */
  readonly place: string;
  /** Counted from 1, so that its elements can be told apart by name. */
  readonly number: number;
  readonly now: number;
  readonly faultsAt: (place: string) => readonly string[];
  readonly onChange: (entry: WaiverEntry) => void;
  readonly onRemove: () => void;
}

/** One waiver: what it is for, why, who answers for it, until when. */
export const WaiverItemFields = (properties: WaiverItemFieldsProps) => {
  const { item, place, number, faultsAt, onChange } = properties;
  const { entry } = item;
  const { t } = useReadinessTranslation();
  const title = t('Waiver {{number}}', { number: String(number) });
  return (
    <section aria-label={title} className="calico-readiness__policy-waiver">
      <WaiverHead title={title} {...properties} />
      <div className="calico-readiness__policy-fields">
        <RequirementChoice
          place={`${place}.requirement`}
          chosen={entry.requirement}
          faults={faultsAt(`${place}.requirement`)}
          onChange={(requirement) => {
            onChange({ ...entry, requirement });
          }}
        />
        {entry.nodes === null ? (
          <FormGroup label={t('Nodes')}>{t('As the YAML says; the form cannot show this selector.')}</FormGroup>
        ) : (
          <TextField
            place={`${place}.nodeSelector`}
            title={t('Nodes')}
            value={entry.nodes}
            hint={t('Labels as kubectl takes them: zone in (a,b),!gpu. Empty for all nodes.')}
            faults={faultsAt(`${place}.nodeSelector`)}
            onChange={(nodes) => {
              onChange({ ...entry, nodes });
            }}
          />
        )}
        {(['reason', 'owner'] as const).map((name) => (
          <TextField
            key={name}
            place={`${place}.${name}`}
            title={name === 'reason' ? t('Reason') : t('Owner')}
            value={entry[name]}
            isRequired
            maxLength={waiverLimits[name]}
            faults={faultsAt(`${place}.${name}`)}
            onChange={(text) => {
              onChange({ ...entry, [name]: text });
            }}
          />
        ))}
        <TextField
          place={`${place}.expiry`}
          title={t('Last day')}
          type="date"
          value={entry.lastDay}
          isRequired
          faults={faultsAt(`${place}.expiry`)}
          onChange={(lastDay) => {
            onChange({ ...entry, lastDay });
          }}
        />
      </div>
    </section>
  );
};

const WaiverHead = ({ title, item, number, now, onRemove }: WaiverItemFieldsProps & { readonly title: string }) => {
  const { t } = useReadinessTranslation();
  return (
    <div className="calico-readiness__policy-waiver-head">
      <Title headingLevel="h4" size="md">
        {title}
      </Title>
      <WaiverState item={item} now={now} />
      <Button
        variant="link"
        isDanger
        className="calico-readiness__push-end"
        aria-label={
          item.written === undefined
            ? t('Remove waiver {{number}}', { number: String(number) })
            : t('End waiver {{number}}', { number: String(number) })
        }
        onClick={onRemove}
      >
        {item.written === undefined ? t('Remove') : t('End the waiver')}
      </Button>
    </div>
  );
};

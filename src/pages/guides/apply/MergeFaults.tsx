import { LabelledAlert } from '../../../components/labelled/LabelledAlert';
import type { MergeFault } from '../../../apply/merge-faults';
import { HostText } from '../../../components/HostText';
import { sentenceWith } from '../../../components/sentence-with';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

const mostShown = 10;

/** Which other MachineConfig makes this one useless: no dry run says so. */
export const MergeFaults = ({ faults }: { faults: readonly MergeFault[] }) => {
  const { t, language } = useReadinessTranslation();
  const and = new Intl.ListFormat(language);
  return (
    <>
      {faults.slice(0, mostShown).map(({ other, kind, name, pools, certain }) => (
        <LabelledAlert
          key={[other, kind, name].join(' ')}
          variant="warning"
          isInline
          component="h3"
          title={
            certain
              ? t('Another MachineConfig wins, so this one would have no effect')
              : t('Another MachineConfig may win, by the release of OpenShift')
          }
        >
          <p>
            {sentenceWith({ other: <HostText>{other}</HostText>, name: <HostText>{name}</HostText> }, (places) =>
              kind === 'file'
                ? t('{{other}} sets the same file and is merged later: {{name}}.', places)
                : t('{{other}} has the same unit not masked: {{name}}.', places),
            )}{' '}
            {t('Pools: {{pools}}. Change or delete that one first.', { pools: and.format(pools) })}
          </p>
        </LabelledAlert>
      ))}
    </>
  );
};

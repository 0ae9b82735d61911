import { Alert } from '@patternfly/react-core';
import type { MergeFault } from '../../../apply/merge-faults';
import { HostText } from '../../../components/HostText';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

const mostShown = 10;

/** Which other MachineConfig makes this one useless: no dry run says so. */
export const MergeFaults = ({ faults }: { faults: readonly MergeFault[] }) => {
  const { t, language } = useReadinessTranslation();
  const and = new Intl.ListFormat(language);
  return (
    <>
      {faults.slice(0, mostShown).map(({ other, kind, name, pools, certain }) => (
        <Alert
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
            <HostText>{other}</HostText>{' '}
            {kind === 'file' ? t('sets the same file and is merged later:') : t('has the same unit not masked:')}{' '}
            <HostText>{name}</HostText>.{' '}
            {t('Pools: {{pools}}. Change or delete that one first.', { pools: and.format(pools) })}
          </p>
        </Alert>
      ))}
    </>
  );
};

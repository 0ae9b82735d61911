import { useReadinessTranslation } from '../../../../hooks/useReadinessTranslation';
import type { Application } from '../useApplication';
import type { Rights } from '../useRights';
import { PolicyChange } from './PolicyChange';
import type { DisruptionPolicy } from './useDisruptionPolicy';

interface PolicyTakeBackProps {
  readonly policy: DisruptionPolicy;
  readonly phase: Application['phase'];
  readonly rights: Rights | null;
  readonly onWritten: () => void;
}

/** Behind the MachineConfig the policy goes, and not before it: its removal is a change of the same files. */
export const PolicyTakeBack = ({ policy, phase, rights, onWritten }: PolicyTakeBackProps) => {
  const { t } = useReadinessTranslation();
  const { cluster, manager, canTakeBack } = policy;
  if (cluster === undefined || canTakeBack === undefined) return null;
  if (phase === 'removing')
    return <p>{t('The node disruption policy stays until the pools are updated. Then take it back here.')}</p>;
  if (phase !== 'absent') return null;
  if (!canTakeBack) {
    return (
      <p>
        {t(
          'The node disruption policy of this guide was edited. To take it back, edit the MachineConfiguration by hand.',
        )}
      </p>
    );
  }
  if (rights?.policy === false)
    return <p>{t('Permission to patch MachineConfigurations is required to take back the node disruption policy.')}</p>;
  return (
    <div>
      <PolicyChange
        action={t('Take back the policy')}
        title={t('Take back the node disruption policy?')}
        entries={[]}
        manager={manager}
        object={cluster.object}
        isDisabled={rights === null}
        onWritten={onWritten}
      >
        <p>{t('Later changes of its files reboot the nodes again, unless another user applied the same policy.')}</p>
      </PolicyChange>
    </div>
  );
};

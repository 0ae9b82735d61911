import { deleteCommand, isEmptyChange } from '@calico-readiness/requirements';
import type { Guide } from '@calico-readiness/requirements';
import type { Fleet } from '../../../fleet/build-fleet';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { AffectedRow } from '../affected-nodes';
import { CodeListing } from '../CodeListing';
import { GuideSection } from '../GuideSection';
import { InstructionList } from '../InstructionList';
import { MachineConfigReview } from './MachineConfigReview';
import { PoolDisruption } from '../PoolDisruption';
import { RoleChoice } from './RoleChoice';
import { useMachineConfig } from './useMachineConfig';

interface MachineConfigStepsProps {
  readonly guide: Guide;
  readonly fleet: Fleet | undefined;
  /** The affected RHCOS nodes. */
  readonly affected: readonly AffectedRow[];
}

/**
 * A guide for RHCOS nodes. A dry run, creating the MachineConfig and watching its rollout have their place behind the
 * review.
 */
export const MachineConfigSteps = ({ guide, fleet, affected }: MachineConfigStepsProps) => {
  const { t } = useReadinessTranslation();
  const { role, roles, chooseRole, reach, situation, change } = useMachineConfig(guide, fleet, affected);
  const before = guide.instructions('rhcos', situation);
  const hasChange = !isEmptyChange(change);
  return (
    <>
      {hasChange && roles.length > 1 && <RoleChoice role={role} roles={roles} onChange={chooseRole} />}
      {before.length > 0 && (
        <GuideSection title={hasChange ? t('Before you begin') : t('What to do')}>
          <InstructionList id="steps" instructions={before} />
        </GuideSection>
      )}
      {hasChange && (
        <GuideSection title={t('Review the MachineConfig')}>
          <MachineConfigReview guide={guide.id} role={role} change={change} />
        </GuideSection>
      )}
      <GuideSection title={t('What it disrupts')}>
        {hasChange && fleet !== undefined && <PoolDisruption fleet={fleet} role={role} reach={reach} />}
        <InstructionList id="disruption" instructions={guide.disruption('rhcos', situation)} />
      </GuideSection>
      <GuideSection title={t('How to verify')}>
        <InstructionList id="verify" instructions={guide.verify('rhcos', situation)} />
      </GuideSection>
      <GuideSection title={t('How to undo')}>
        {hasChange && (
          <CodeListing
            id="delete"
            label={t('Command to delete the MachineConfig')}
            text={deleteCommand(role, guide.id)}
          />
        )}
        <InstructionList id="undo" instructions={guide.undo('rhcos', situation)} />
      </GuideSection>
    </>
  );
};

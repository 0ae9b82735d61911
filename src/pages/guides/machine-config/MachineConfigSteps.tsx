import { deleteCommand } from '@calico-readiness/requirements';
import type { Guide } from '@calico-readiness/requirements';
import type { Fleet } from '../../../fleet/build-fleet';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { AffectedRow } from '../affected-nodes';
import { ApplySection } from '../apply/ApplySection';
import type { ClusterConfigs } from '../apply/useClusterConfigs';
import { CodeListing } from '../../../components/listing/CodeListing';
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
  readonly cluster: ClusterConfigs;
  /** The roles to which the guide was applied. */
  readonly appliedRoles: readonly string[];
}

/** A guide for RHCOS nodes: what it is, what it disrupts, and then applying it. */
export const MachineConfigSteps = ({ guide, fleet, affected, cluster, appliedRoles }: MachineConfigStepsProps) => {
  const { t } = useReadinessTranslation();
  const { role, roles, chooseRole, reach, situation, object, policy } = useMachineConfig(
    guide,
    fleet,
    affected,
    appliedRoles,
  );
  const before = guide.instructions('rhcos', situation);
  const hasChange = object !== null;
  const isApplied = appliedRoles.includes(role);
  // A hosted cluster has no MachineConfigs: there is nothing here to apply or to delete.
  const isHosted = cluster.topology === 'External';
  return (
    <>
      {(hasChange || isApplied) && roles.length > 1 && <RoleChoice role={role} roles={roles} onChange={chooseRole} />}
      {before.length > 0 && (
        <GuideSection title={hasChange ? t('Before you begin') : t('What to do')}>
          <InstructionList id="steps" instructions={before} />
        </GuideSection>
      )}
      {object !== null && (
        <GuideSection title={t('Review the MachineConfig')}>
          <MachineConfigReview guide={guide.id} role={role} object={object} hasCommand={!isHosted} />
        </GuideSection>
      )}
      <GuideSection title={t('What it disrupts')}>
        {hasChange && !isHosted && fleet !== undefined && <PoolDisruption fleet={fleet} role={role} reach={reach} />}
        <InstructionList id="disruption" instructions={guide.disruption('rhcos', situation)} />
      </GuideSection>
      {(hasChange || isApplied) && (
        <ApplySection
          guide={guide}
          role={role}
          wanted={object}
          policy={policy}
          fleet={fleet}
          cluster={cluster}
          onWritten={() => {
            chooseRole(role);
          }}
        />
      )}
      <GuideSection title={t('How to verify')}>
        <InstructionList id="verify" instructions={guide.verify('rhcos', situation)} />
      </GuideSection>
      <GuideSection title={t('How to undo')}>
        {(hasChange || isApplied) && !isHosted && (
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

import { useMemo } from 'react';
import { guideSituation } from '@calico-readiness/requirements';
import type { Guide, GuidePlatform } from '@calico-readiness/requirements';
import { LabelledAlert } from '../../components/labelled/LabelledAlert';
import type { Fleet } from '../../fleet/build-fleet';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { affectedNodes } from './affected-nodes';
import type { AffectedRow } from './affected-nodes';
import type { ClusterConfigs } from './apply/useClusterConfigs';
import { HostSteps } from './HostSteps';
import { MachineConfigSteps } from './machine-config/MachineConfigSteps';

interface PlatformPanelProps {
  readonly guide: Guide;
  readonly platform: GuidePlatform;
  /** Absent while the nodes are not known. */
  readonly fleet: Fleet | undefined;
  /** The affected nodes of this platform. */
  readonly affected: readonly AffectedRow[];
  readonly isTailored: boolean;
  readonly cluster: ClusterConfigs;
  /** The roles to which the guide was applied. */
  readonly appliedRoles: readonly string[];
}

/** What to do on one platform. */
export const PlatformPanel = (props: PlatformPanelProps) => {
  const { guide, platform, fleet, affected, isTailored, cluster, appliedRoles } = props;
  const { t } = useReadinessTranslation();
  const situation = useMemo(() => guideSituation(affectedNodes(affected)), [affected]);
  return (
    <div className="calico-readiness__guide-panel">
      {!isTailored && (
        <LabelledAlert
          variant="info"
          isInline
          isPlain
          component="h2"
          title={t('Cannot determine the affected nodes. Names of units, modules and nodes are examples.')}
        />
      )}
      {isTailored && affected.length === 0 && (
        <LabelledAlert
          variant="info"
          isInline
          isPlain
          component="h2"
          title={t('No node of this platform is affected.')}
        />
      )}
      {platform === 'rhcos' ? (
        <MachineConfigSteps
          guide={guide}
          fleet={fleet}
          affected={affected}
          cluster={cluster}
          appliedRoles={appliedRoles}
        />
      ) : (
        <HostSteps guide={guide} platform={platform} situation={situation} affected={affected} />
      )}
    </div>
  );
};

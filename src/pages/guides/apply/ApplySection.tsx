import type { DisruptionEntry, Guide, MachineConfigObject } from '@calico-readiness/requirements';
import { LabelledSpinner } from '../../../components/labelled/LabelledSpinner';
import { LabelledAlert } from '../../../components/labelled/LabelledAlert';
import { HostText } from '../../../components/HostText';
import { RefreshAlert } from '../../../components/states/RefreshAlert';
import type { Fleet } from '../../../fleet/build-fleet';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { loadProblem } from '../../../k8s/load-problem';
import { machineConfigKind } from '../../../k8s/models';
import { GuideSection } from '../GuideSection';
import { ApplyPanel } from './ApplyPanel';
import { NodePoolConfig } from './NodePoolConfig';
import type { ClusterConfigs } from './useClusterConfigs';

interface ApplySectionProps {
  readonly guide: Guide;
  readonly role: string;
  /** Null when the guide wants nothing of the nodes that are affected now. */
  readonly wanted: MachineConfigObject | null;
  /** What makes it effective without a reboot; null where nothing does. */
  readonly policy: readonly DisruptionEntry[] | null;
  readonly fleet: Fleet | undefined;
  readonly cluster: ClusterConfigs;
  readonly onWritten: () => void;
}

/** Applying from the page, where the cluster has MachineConfigs and the user may see them. */
export const ApplySection = ({ cluster, fleet, wanted, ...rest }: ApplySectionProps) => {
  const { t } = useReadinessTranslation();
  const { items, loaded, error } = cluster.configs;
  const title = t('Apply it from this page');
  if (cluster.topology === 'External') {
    return wanted === null ? null : (
      <GuideSection title={t('Where it goes')}>
        <NodePoolConfig wanted={wanted} />
      </GuideSection>
    );
  }
  const problem = error === undefined ? null : loadProblem(error, machineConfigKind.plural);
  const outdated = cluster.outdated ?? (problem === null ? null : { problem, since: undefined });
  // Another Kubernetes: the commands above are for whoever has MachineConfigs elsewhere.
  if (problem?.kind === 'not-installed') return null;
  if (problem !== null && (problem.kind === 'forbidden' || items.length === 0)) {
    return (
      <GuideSection title={title}>
        <LabelledAlert
          variant={problem.kind === 'forbidden' ? 'info' : 'danger'}
          isInline
          component="h3"
          title={
            problem.kind === 'forbidden'
              ? t('Permission to list MachineConfigs is required to apply one from this page')
              : t('The MachineConfigs could not be loaded')
          }
        >
          <p>
            {problem.kind === 'forbidden'
              ? t('Give the downloaded file to a cluster administrator, or ask for permission to list MachineConfigs.')
              : t('The console tries again by itself. The file and the commands above work without this page.')}
          </p>
          {problem.detail !== '' && <HostText>{problem.detail}</HostText>}
        </LabelledAlert>
      </GuideSection>
    );
  }
  return (
    <GuideSection title={title}>
      {!loaded || fleet === undefined ? (
        <LabelledSpinner label={t('Reading the current state of the cluster')} />
      ) : (
        <>
          {outdated !== null && <RefreshAlert level="h3" problem={outdated.problem} since={outdated.since} />}
          <ApplyPanel {...rest} wanted={wanted} fleet={fleet} cluster={cluster} />
        </>
      )}
    </GuideSection>
  );
};

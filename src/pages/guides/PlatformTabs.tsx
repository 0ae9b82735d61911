import { Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { guidePlatforms } from '@calico-readiness/requirements';
import type { Guide, GuidePlatform } from '@calico-readiness/requirements';
import { tabsLabels } from '../../components/labelled/patternfly-words';
import { useSearchParams } from '../../console/router';
import type { Fleet } from '../../fleet/build-fleet';
import { isCurrent } from '../../fleet/node-row';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { GuideNodes } from './affected-nodes';
import { useAppliedRoles, useClusterConfigs } from './apply/useClusterConfigs';
import type { Outdated } from './apply/useClusterConfigs';
import { PlatformPanel } from './PlatformPanel';

interface PlatformTabsProps {
  readonly guide: Guide;
  /** Absent while the nodes are not known. */
  readonly fleet: Fleet | undefined;
  readonly nodes: GuideNodes;
  /** Why the fleet cannot be refreshed; null while it can. */
  readonly outdated: Outdated | null;
}

/** What to do on each platform; the one with most affected nodes first, unless the address asks for another. */
export const PlatformTabs = ({ guide, fleet, nodes, outdated }: PlatformTabsProps) => {
  const { t, number } = useReadinessTranslation();
  // A fleet in which nobody reports says as little about the affected nodes as one that is not known.
  const isTailored = fleet?.rows.some(isCurrent) === true;
  const [parameters, setParameters] = useSearchParams();
  const cluster = useClusterConfigs(outdated);
  const appliedRoles = useAppliedRoles(
    guide.id,
    cluster.configs.items,
    fleet?.machineConfigPools ?? noPools,
    cluster.disruption,
  );
  // A rollout takes away the affected nodes that its tab was chosen for.
  const platform =
    guidePlatforms.find((name) => name === parameters.get('platform')) ??
    (appliedRoles.length > 0 ? 'rhcos' : mostAffected(nodes));
  const titles: Record<GuidePlatform, string> = {
    rhcos: t('RHCOS (MachineConfig)'),
    rhel: t('RHEL and rebuilds'),
    other: t('Other Linux'),
  };
  const titleOf = (name: GuidePlatform): string =>
    isTailored
      ? t('{{platform}}: {{number}} affected', {
          platform: titles[name],
          number: number(onPlatform(nodes, name).length),
        })
      : titles[name];
  return (
    <Tabs
      aria-label={t('Platforms')}
      {...tabsLabels(t)}
      activeKey={platform}
      mountOnEnter
      unmountOnExit
      onSelect={(_event, key) => {
        const next = new URLSearchParams(parameters);
        next.set('platform', String(key));
        setParameters(next, { replace: true });
      }}
    >
      {guidePlatforms.map((name) => (
        <Tab key={name} eventKey={name} title={<TabTitleText>{titleOf(name)}</TabTitleText>}>
          <PlatformPanel
            guide={guide}
            platform={name}
            fleet={fleet}
            affected={onPlatform(nodes, name)}
            isTailored={isTailored}
            cluster={cluster}
            appliedRoles={appliedRoles}
          />
        </Tab>
      ))}
    </Tabs>
  );
};

const noPools: Fleet['machineConfigPools'] = [];

const onPlatform = ({ affected }: GuideNodes, platform: GuidePlatform) =>
  affected.filter(({ row }) => row.system.family === platform);

const mostAffected = (nodes: GuideNodes): GuidePlatform =>
  guidePlatforms.reduce((most, next) =>
    onPlatform(nodes, next).length > onPlatform(nodes, most).length ? next : most,
  );

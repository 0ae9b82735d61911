import { useMemo } from 'react';
import { Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import { exampleGroups, hostGroups } from '@calico-readiness/requirements';
import type { Guide, GuideSituation, Instruction } from '@calico-readiness/requirements';
import { useSearchParams } from '../../../console/router';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { affectedNodes } from '../affected-nodes';
import type { AffectedRow } from '../affected-nodes';
import { InstructionList } from '../InstructionList';
import { HostFile } from './HostFile';

const ways = ['commands', 'ansible', 'script'] as const;
type Way = (typeof ways)[number];

interface HostWaysProps {
  readonly guide: Guide;
  readonly situation: GuideSituation;
  /** The affected nodes of the platform. */
  readonly affected: readonly AffectedRow[];
  /** All steps, as commands. */
  readonly steps: readonly Instruction[];
}

/** What to do on hosts: by hand, with Ansible, or with a script. Only by hand where no file and no unit helps. */
export const HostWays = ({ guide, situation, affected, steps }: HostWaysProps) => {
  const { t } = useReadinessTranslation();
  const [parameters, setParameters] = useSearchParams();
  const hosts = useMemo(
    () => (affected.length === 0 ? exampleGroups(guide, situation) : hostGroups(guide, affectedNodes(affected))),
    [guide, situation, affected],
  );
  if (hosts.groups.length === 0) return <InstructionList id="steps" instructions={steps} />;
  const way: Way = ways.find((name) => name === parameters.get('way')) ?? 'commands';
  const titles: Readonly<Record<Way, string>> = {
    commands: t('Commands'),
    ansible: t('Ansible playbook'),
    script: t('Shell script'),
  };
  const rest = steps.filter(({ automated }) => automated !== true);
  return (
    <Tabs
      isSubtab
      aria-label={t('Ways to change the hosts')}
      activeKey={way}
      mountOnEnter
      unmountOnExit
      onSelect={(_event, key) => {
        const next = new URLSearchParams(parameters);
        next.set('way', String(key));
        setParameters(next, { replace: true });
      }}
    >
      {ways.map((name) => (
        <Tab key={name} eventKey={name} title={<TabTitleText>{titles[name]}</TabTitleText>}>
          <div className="calico-readiness__guide-panel">
            {name === 'commands' ? (
              <InstructionList id="steps" instructions={steps} />
            ) : (
              <HostFile guide={guide} kind={name} hosts={hosts} rest={rest} />
            )}
          </div>
        </Tab>
      ))}
    </Tabs>
  );
};

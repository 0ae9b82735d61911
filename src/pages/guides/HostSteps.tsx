import type { Guide, GuidePlatform, GuideSituation } from '@calico-readiness/requirements';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { AffectedRow } from './affected-nodes';
import { GuideSection } from './GuideSection';
import { HostWays } from './hosts/HostWays';
import { InstructionList } from './InstructionList';

interface HostStepsProps {
  readonly guide: Guide;
  readonly platform: Exclude<GuidePlatform, 'rhcos'>;
  readonly situation: GuideSituation;
  /** The affected nodes of this platform. */
  readonly affected: readonly AffectedRow[];
}

/** A guide for hosts that are changed by commands, a playbook or a script. */
export const HostSteps = ({ guide, platform, situation, affected }: HostStepsProps) => {
  const { t } = useReadinessTranslation();
  const steps = guide.instructions(platform, situation);
  return (
    <>
      <GuideSection title={t('What to do on each host, as root')}>
        {steps.length === 0 ? (
          <p>{t('The affected nodes need none of these steps.')}</p>
        ) : (
          <HostWays guide={guide} situation={situation} affected={affected} steps={steps} />
        )}
      </GuideSection>
      <GuideSection title={t('What it disrupts')}>
        <InstructionList id="disruption" instructions={guide.disruption(platform, situation)} />
      </GuideSection>
      <GuideSection title={t('How to verify')}>
        <InstructionList id="verify" instructions={guide.verify(platform, situation)} />
      </GuideSection>
      <GuideSection title={t('How to undo')}>
        <InstructionList id="undo" instructions={guide.undo(platform, situation)} />
      </GuideSection>
    </>
  );
};

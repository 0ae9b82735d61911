import type { CalicoPorts } from '@calico-readiness/requirements';
import { FlowTestProgress } from '../../../components/flow-test/FlowTestProgress';
import { groupName } from '../../../components/flows/flow-texts';
import { sentenceWith } from '../../../components/sentence-with';
import type { AskedWay } from '../../../hooks/flow-test/useWayTest';
import type { FlowTestState } from '../../../hooks/flow-test/useFlowTest';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface WayTestProps {
  readonly asked: AskedWay;
  readonly test: FlowTestState;
  readonly ports: CalicoPorts;
  /** Failing pairs of the way, by the controller. */
  readonly failing: number;
}

/** What became of the way that was asked for: which of its pairs are tested, and how they are. */
export const WayTest = ({ asked: { way, state }, test: { tests }, ports, failing }: WayTestProps) => {
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const nameOf = (group: string) => <bdi>{groupName(translation, way.grouping, group)}</bdi>;
  return (
    <div>
      <p>
        {sentenceWith({ source: nameOf(way.from), target: nameOf(way.to) }, (places) =>
          t('From {{source}} to {{target}}', places),
        )}
        {'. '}
        {sentence()}
      </p>
      {tests.length > 0 && <FlowTestProgress tests={tests} ports={ports} />}
    </div>
  );

  function sentence(): string {
    switch (state) {
      case 'reading':
        return t('Looking for failing pairs in the reports');
      case 'failed':
        return t('The reports of these nodes cannot be loaded.');
      case 'found':
        return tests.length === 0
          ? t('No report of these nodes names a failing pair now.')
          : t('{{some}} of {{all}} failing pairs are tested again.', {
              some: number(tests.length),
              all: number(Math.max(failing, tests.length)),
            });
      default:
        return state satisfies never;
    }
  }
};

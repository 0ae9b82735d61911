import { FormGroup, Radio } from '@patternfly/react-core';
import type { WaiverTarget } from '../../fleet/waivers/waiver-targets';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import { printable } from '../printable';

interface TargetChoiceProps {
  readonly targets: readonly WaiverTarget[];
  /** The pool of the node. */
  readonly pool: string | undefined;
  readonly chosen: WaiverTarget['kind'] | undefined;
  readonly onChange: (kind: WaiverTarget['kind']) => void;
}

/** The nodes that the waiver is for, with how many of them it covers. */
export const TargetChoice = ({ targets, pool = '', chosen, onChange }: TargetChoiceProps) => {
  const translation = useReadinessTranslation();
  const { t } = translation;
  const names: Record<WaiverTarget['kind'], string> = {
    node: t('This node'),
    pool: t('Pool {{pool}}', { pool: printable(pool, 63) }),
    all: t('All nodes'),
  };
  return (
    <FormGroup role="radiogroup" label={t('Nodes')} fieldId="calico-readiness-waiver-nodes" isStack>
      {targets.map((target) => (
        <Radio
          key={target.kind}
          id={`calico-readiness-waiver-for-${target.kind}`}
          name="calico-readiness-waiver-nodes"
          label={names[target.kind]}
          description={coverageText(translation, target)}
          isChecked={target.kind === chosen}
          onChange={() => {
            onChange(target.kind);
          }}
        />
      ))}
    </FormGroup>
  );
};

function coverageText({ t, number }: ReadinessTranslation, { kind, unmet, ofOtherPools }: WaiverTarget): string {
  const now = t('Covers {{number}} nodes currently.', { count: unmet, number: number(unmet) });
  if (kind === 'node') return now;
  const later = t('Nodes that join later are covered as well.');
  if (kind === 'all' || ofOtherPools === 0) return `${now} ${later}`;
  const others = t('{{number}} of the selected nodes are in other pools.', {
    count: ofOtherPools,
    number: number(ofOtherPools),
  });
  return `${now} ${others} ${later}`;
}

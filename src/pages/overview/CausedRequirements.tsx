import { Tooltip } from '@patternfly/react-core';
import { HostText } from '../../components/HostText';
import type { CountedCause } from '../../fleet/causes';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';

/** The requirement that a cause keeps from being met; how many a root does, with their ids on demand. */
export const CausedRequirements = ({
  cause: { root, requirement, requirements },
}: {
  readonly cause: CountedCause;
}) => {
  const { t, number, list } = useReadinessTranslation();
  if (root === undefined) return <HostText>{requirement}</HostText>;
  return (
    <Tooltip content={list(requirements)}>
      <span className="calico-readiness__quiet" tabIndex={0}>
        {t('{{number}} requirements', { count: requirements.length, number: number(requirements.length) })}
      </span>
    </Tooltip>
  );
};

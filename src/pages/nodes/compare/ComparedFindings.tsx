import { useState } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import type { ComparedFindings as Findings } from '../../../fleet/compare/compare-reports';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ComparedNames } from './compare-query';
import { FindingPairs } from './FindingPairs';

interface ComparedFindingsProps {
  readonly names: ComparedNames;
  readonly findings: Findings;
  /** Whether both reports tell what was seen. */
  readonly isWhole: boolean;
}

/** Requirements with another verdict, then those with other values; all others on request. */
export const ComparedFindings = ({ names, findings, isWhole }: ComparedFindingsProps) => {
  const { t, number } = useReadinessTranslation();
  const [isExpanded, setExpanded] = useState(false);
  const { differing, otherValues, same } = findings;
  return (
    <>
      <h3>{t('Requirements with different verdicts ({{number}})', { number: number(differing.length) })}</h3>
      {differing.length === 0 ? (
        <p>{t('Every requirement has the same verdict for the same reason on both nodes.')}</p>
      ) : (
        <FindingPairs names={names} pairs={differing} label={t('Requirements with different verdicts')} />
      )}
      {isWhole && otherValues.length > 0 && (
        <>
          <h3>{t('Same verdict, different values ({{number}})', { number: number(otherValues.length) })}</h3>
          <FindingPairs names={names} pairs={otherValues} label={t('Same verdict, different values')} />
        </>
      )}
      {same.length > 0 && (
        <ExpandableSection
          toggleText={t('{{number}} requirements are the same', { count: same.length, number: number(same.length) })}
          isExpanded={isExpanded}
          onToggle={(_event, expanded) => {
            setExpanded(expanded);
          }}
        >
          {isExpanded && <FindingPairs names={names} pairs={same} label={t('The same on both nodes')} />}
        </ExpandableSection>
      )}
    </>
  );
};

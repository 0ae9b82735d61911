import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { HostText } from '../../../components/HostText';
import { printable } from '../../../components/printable';
import { reasonSentence } from '../../../components/reason-sentence';
import { VerdictLabel } from '../../../components/verdicts/VerdictLabel';
import type { FindingPair } from '../../../fleet/compare/compare-reports';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ReadFinding } from '../../../k8s/read-findings';
import type { ComparedNames } from './compare-query';

interface FindingPairsProps {
  readonly names: ComparedNames;
  readonly pairs: readonly FindingPair[];
  readonly label: string;
}

/** Requirements by row, the two nodes beside each other. */
export const FindingPairs = ({ names, pairs, label }: FindingPairsProps) => {
  const { t, message } = useReadinessTranslation();
  return (
    <Table role="table" variant="compact" aria-label={label} className="calico-readiness__compared">
      <Thead>
        <Tr>
          <Th>{t('Requirement')}</Th>
          <Th>{printable(names.one)}</Th>
          <Th>{printable(names.other)}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {pairs.map(({ column: { id, requirement }, one, other }) => (
          <Tr key={id}>
            <Th scope="row" dataLabel={t('Requirement')}>
              {requirement !== undefined && <div>{message(requirement.title)}</div>}
              <HostText>{id}</HostText>
            </Th>
            <Td dataLabel={printable(names.one)}>
              <Found finding={one} />
            </Td>
            <Td dataLabel={printable(names.other)}>
              <Found finding={other} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

const Found = ({ finding }: { finding: ReadFinding }) => {
  const translation = useReadinessTranslation();
  const says = finding.verdict !== 'Pass' && finding.verdict !== 'NotApplicable';
  return (
    <>
      <VerdictLabel verdict={finding.verdict} />
      {says && <div>{reasonSentence(translation, finding)}</div>}
      {finding.observed !== '' && (
        <div>
          <HostText>{finding.observed}</HostText>
        </div>
      )}
    </>
  );
};

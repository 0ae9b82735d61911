import { Button } from '@patternfly/react-core';
import { Link } from '../../../console/router';
import { nodeTabAddress } from '../../../components/addresses';
import { printable } from '../../../components/printable';
import { sentenceWith } from '../../../components/sentence-with';
import { VerdictLabel } from '../../../components/verdicts/VerdictLabel';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { OpenedCell } from '../opened-cell';

interface CellSubjectProps {
  readonly opened: OpenedCell;
  /** The name of the node, as the address has it. */
  readonly name: string;
  /** Opens the node beside another one. */
  readonly onCompare: (node: string) => void;
}

/** Of which node a panel speaks, and with what verdict. */
export const CellSubject = ({ opened: { row, finding }, name, onCompare }: CellSubjectProps) => {
  const { t } = useReadinessTranslation();
  const node = <Link to={nodeTabAddress(name)}>{printable(name)}</Link>;
  return (
    <p>
      {/* The verdict is a word with a symbol, the node a link: Fail on worker-0. */}
      {finding === undefined
        ? sentenceWith({ node }, (places) => t('on {{node}}', places))
        : sentenceWith(
            {
              verdict: <VerdictLabel verdict={finding.verdict} waiver={row?.waived?.get(finding.requirement)} />,
              node,
            },
            (places) => t('{{verdict}} on {{node}}', places),
          )}{' '}
      {row !== undefined && (
        <Button
          variant="link"
          isInline
          onClick={() => {
            onCompare(row.name);
          }}
        >
          {t('Compare with…')}
        </Button>
      )}
    </p>
  );
};

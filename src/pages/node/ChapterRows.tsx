import { Button } from '@patternfly/react-core';
import { AngleDownIcon, AngleRightIcon } from '@patternfly/react-icons';
import { Tbody, Td, Th, Tr } from '@patternfly/react-table';
import { chapterTitle } from '../../components/chapter-titles';
import { verdictWord } from '../../components/verdicts/verdict-words';
import { cellVerdictsWorstFirst } from '../../fleet/cells';
import { useReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ReadinessTranslation } from '../../hooks/useReadinessTranslation';
import type { ChapterFindings } from './chapter-findings';
import { FindingRow } from './FindingRow';

interface ChapterRowsProps {
  readonly chapter: ChapterFindings;
  readonly stale: boolean;
  readonly onlyUnmet: boolean;
  readonly isCollapsed: boolean;
  /** Whether all of what passes is shown. */
  readonly isComplete: boolean;
  readonly onCollapse: () => void;
  readonly onComplete: () => void;
}

const columns = 6;
const passingShownAtFirst = 3;

/** One chapter: a row to open and close it, what does not pass, and the first of what passes. */
export const ChapterRows = (props: ChapterRowsProps) => {
  const { chapter, stale, onlyUnmet, isCollapsed, isComplete, onCollapse, onComplete } = props;
  const translation = useReadinessTranslation();
  const { t, number } = translation;
  const { unmet, passing } = chapter;
  // One more row takes no more room than the button that hides it.
  const needsButton = !onlyUnmet && passing.length > passingShownAtFirst + 1;
  const shownPassing = onlyUnmet ? [] : needsButton && !isComplete ? passing.slice(0, passingShownAtFirst) : passing;
  return (
    <Tbody>
      <Tr>
        <Th colSpan={columns} scope="rowgroup">
          <Button
            variant="plain"
            size="sm"
            icon={isCollapsed ? <AngleRightIcon /> : <AngleDownIcon />}
            aria-expanded={!isCollapsed}
            onClick={onCollapse}
          >
            <strong>{chapterTitle(t, chapter.key)}</strong>
          </Button>{' '}
          <span className="calico-readiness__quiet">{chapterSummary(translation, chapter)}</span>
        </Th>
      </Tr>
      {!isCollapsed &&
        [...unmet, ...shownPassing].map((finding) => <FindingRow key={finding.column.id} {...finding} stale={stale} />)}
      {!isCollapsed && needsButton && (
        <Tr>
          <Td colSpan={columns}>
            <Button variant="link" isInline onClick={onComplete}>
              {isComplete
                ? t('Show fewer that pass')
                : t('Show {{number}} more that pass', {
                    count: passing.length - passingShownAtFirst,
                    number: number(passing.length - passingShownAtFirst),
                  })}
            </Button>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
};

/** `7 requirements: 1 Fail, 6 Pass` */
function chapterSummary({ t, number, list }: ReadinessTranslation, { unmet, passing }: ChapterFindings): string {
  const all = [...unmet, ...passing];
  const counts = cellVerdictsWorstFirst.flatMap((verdict) => {
    const count = all.filter(({ finding, waiver }) => (waiver ? 'Waived' : finding.verdict) === verdict).length;
    return count === 0
      ? []
      : [t('{{number}} {{verdict}}', { number: number(count), verdict: verdictWord(t, verdict) })];
  });
  return t('{{number}} requirements: {{counts}}', {
    count: all.length,
    number: number(all.length),
    counts: list(counts),
  });
}

import { AngleDownIcon, AngleRightIcon } from '@patternfly/react-icons';
import { chapterTitle } from '../../../components/chapter-titles';
import type { ChapterKey } from '../../../fleet/columns';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import type { ShownChapter } from '../shown-columns';
import { chapterHeadRow, columnHeadRow, tabStop } from './useGridNavigation';
import type { GridPosition } from './useGridNavigation';

interface ChapterHeadProps {
  readonly shown: ShownChapter;
  /** The position of its first column in the grid, from 0. */
  readonly start: number;
  readonly active: GridPosition;
  readonly onToggle: (chapter: ChapterKey) => void;
}

/** The head of a chapter: above its requirements, or over both rows of the head when it is collapsed. */
export const ChapterHead = ({ shown, start, active, onToggle }: ChapterHeadProps) => {
  const { t, number } = useReadinessTranslation();
  const { chapter, expanded, columns, applicable } = shown;
  const row = expanded ? chapterHeadRow : columnHeadRow;
  const last = start + columns.length - 1;
  const quiet = 'calico-readiness__quiet';
  return (
    <th
      scope={expanded ? 'colgroup' : 'col'}
      role="columnheader"
      rowSpan={expanded ? undefined : 2}
      colSpan={columns.length}
      aria-colindex={start + 1}
      data-row={row}
      data-first={start}
      data-last={last}
      data-chapter={chapter.key}
      className="calico-readiness__chapter-start"
    >
      <button
        type="button"
        className={`calico-readiness__head-button${expanded ? ' calico-readiness__in-sight' : ''}`}
        aria-expanded={expanded}
        tabIndex={tabStop(active, row, start, last)}
        onClick={() => {
          onToggle(chapter.key);
        }}
      >
        <span className="calico-readiness__chapter-title">
          {expanded ? <AngleDownIcon aria-hidden="true" /> : <AngleRightIcon aria-hidden="true" />}{' '}
          {chapterTitle(t, chapter.key)}
        </span>{' '}
        <span className={expanded ? quiet : `${quiet} calico-readiness__chapter-count`}>
          {expanded && applicable < chapter.columns.length
            ? t('{{some}} of {{all}}', { some: number(applicable), all: number(chapter.columns.length) })
            : number(applicable)}
        </span>
      </button>
    </th>
  );
};

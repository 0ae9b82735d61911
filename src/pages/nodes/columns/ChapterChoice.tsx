import { Checkbox } from '@patternfly/react-core';
import { chapterTitle } from '../../../components/chapter-titles';
import { printable } from '../../../components/printable';
import type { Column, ColumnChapter } from '../../../fleet/columns';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface ChapterChoiceProps {
  readonly chapter: ColumnChapter;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (ids: readonly string[], isShown: boolean) => void;
}

/** The columns of a chapter, all at once or one by one. */
export const ChapterChoice = ({ chapter: { key, columns }, hidden, onChange }: ChapterChoiceProps) => {
  const { t, message } = useReadinessTranslation();
  const shown = columns.filter(({ id }) => !hidden.has(id)).length;
  const title = (column: Column): string =>
    column.requirement === undefined ? printable(column.id, 63) : message(column.requirement.shortTitle);
  return (
    <Checkbox
      id={`calico-readiness-columns-${key}`}
      label={chapterTitle(t, key)}
      isChecked={shown === columns.length ? true : shown === 0 ? false : null}
      onChange={(_event, isShown) => {
        onChange(
          columns.map(({ id }) => id),
          isShown,
        );
      }}
      body={
        <div className="calico-readiness__column-choices" role="group" aria-label={chapterTitle(t, key)}>
          {columns.map((column) => (
            <Checkbox
              key={column.id}
              id={`calico-readiness-columns-${key}-${column.id}`}
              label={title(column)}
              isChecked={!hidden.has(column.id)}
              onChange={(_event, isShown) => {
                onChange([column.id], isShown);
              }}
            />
          ))}
        </div>
      }
    />
  );
};

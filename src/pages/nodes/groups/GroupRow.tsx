import { memo } from 'react';
import { AngleDownIcon, AngleRightIcon } from '@patternfly/react-icons';
import type { Grouping } from '../../../fleet/groups/group-rows';
import type { RowGroup } from '../../../fleet/groups/row-group';
import type { ReadinessTranslation } from '../../../hooks/useReadinessTranslation';
import { NoReportCell } from '../grid/NoReportCell';
import type { ShownColumn } from '../shown-columns';
import { groupDetails, groupTitle } from './group-text';
import { GroupCells } from './GroupCells';
import { GroupVerdictCell } from './GroupVerdictCell';

interface GroupRowProps {
  readonly translation: ReadinessTranslation;
  readonly group: RowGroup;
  readonly grouping: Grouping;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
  readonly columns: readonly ShownColumn[];
  /** Those of them that are drawn, from 0. */
  readonly shown: readonly number[];
  /** The position of the row on the page, from 0. */
  readonly index: number;
  /** The column that holds the grid's tab stop, or null when another row does. */
  readonly activeColumn: number | null;
}

/** What stands in the row of many nodes, as high as that of one; its button shows them below. */
export const GroupRow = memo((properties: GroupRowProps) => {
  const { translation, group, grouping, isOpen, onToggle, columns, shown, index, activeColumn } = properties;
  const { t } = translation;
  const title = groupTitle(translation, grouping, group);
  const details = groupDetails(translation, grouping, group);
  const name = [title, details].filter((part) => part !== '').join(', ');
  return (
    <>
      <th
        scope="row"
        role="rowheader"
        aria-colindex={1}
        data-row={index}
        data-first={0}
        className="calico-readiness__node-column"
      >
        <button
          type="button"
          className="calico-readiness__head-button calico-readiness__group-button"
          aria-expanded={isOpen}
          aria-label={name}
          title={name}
          tabIndex={activeColumn === 0 ? 0 : -1}
          onClick={() => {
            onToggle(group.id);
          }}
        >
          {isOpen ? <AngleDownIcon aria-hidden="true" /> : <AngleRightIcon aria-hidden="true" />} {title}
        </button>
        <span className="calico-readiness__second-line" title={details}>
          {details}
        </span>
      </th>
      <GroupVerdictCell group={group} index={index} isTabStop={activeColumn === 1} />
      {group.kinds.every(({ row }) => row.report === undefined) ? (
        <NoReportCell
          text={t('Check whether the agent’s pods run on these nodes.')}
          index={index}
          columnCount={columns.length}
          activeColumn={activeColumn}
        />
      ) : (
        <GroupCells
          group={group}
          name={name}
          columns={columns}
          shown={shown}
          index={index}
          activeColumn={activeColumn}
        />
      )}
    </>
  );
});
GroupRow.displayName = 'GroupRow';

import { useState } from 'react';
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { groupings } from '../../../fleet/groups/group-rows';
import type { Grouping } from '../../../fleet/groups/group-rows';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface GroupByChoiceProps {
  readonly grouping: Grouping;
  readonly onChange: (grouping: Grouping) => void;
}

/** What the rows are folded by. */
export const GroupByChoice = ({ grouping, onChange }: GroupByChoiceProps) => {
  const { t } = useReadinessTranslation();
  const [isOpen, setOpen] = useState(false);
  const titles: Record<Grouping, string> = {
    none: t('none'),
    findings: t('same findings'),
    pool: t('pool'),
    zone: t('zone'),
    system: t('operating system'),
    kernel: t('kernel'),
  };
  return (
    <Select
      isOpen={isOpen}
      onOpenChange={setOpen}
      selected={grouping}
      onSelect={(_event, value) => {
        const chosen = groupings.find((other) => other === value);
        if (chosen !== undefined) onChange(chosen);
        setOpen(false);
      }}
      toggle={(reference) => (
        <MenuToggle
          ref={reference}
          isExpanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t('Group by: {{choice}}', { choice: titles[grouping] })}
        </MenuToggle>
      )}
    >
      <SelectList>
        {groupings.map((value) => (
          <SelectOption key={value} value={value}>
            {titles[value]}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
};

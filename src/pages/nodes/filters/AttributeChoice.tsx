import { useState } from 'react';
import { MenuToggle, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

/** What nodes can be filtered by, in the order of the menu. */
export const filterAttributes = ['name', 'verdict', 'connectivity', 'pool', 'zone', 'requirement', 'label'] as const;
export type FilterAttribute = (typeof filterAttributes)[number];

interface AttributeChoiceProps {
  readonly attribute: FilterAttribute;
  readonly onChange: (attribute: FilterAttribute) => void;
}

/** Which filter stands beside it, as on the console's own lists; all that are set apply. */
export const AttributeChoice = ({ attribute, onChange }: AttributeChoiceProps) => {
  const { t } = useReadinessTranslation();
  const [isOpen, setOpen] = useState(false);
  const titles: Record<FilterAttribute, string> = {
    name: t('Name'),
    verdict: t('Verdict'),
    connectivity: t('Connectivity'),
    pool: t('Pool'),
    zone: t('Zone'),
    requirement: t('Not met'),
    label: t('Label'),
  };
  return (
    <Select
      isOpen={isOpen}
      onOpenChange={setOpen}
      selected={attribute}
      onSelect={(_event, value) => {
        const chosen = filterAttributes.find((other) => other === value);
        if (chosen !== undefined) onChange(chosen);
        setOpen(false);
      }}
      toggle={(reference) => (
        <MenuToggle
          ref={reference}
          icon={<FilterIcon />}
          aria-label={t('Filter by: {{attribute}}', { attribute: titles[attribute] })}
          isExpanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {titles[attribute]}
        </MenuToggle>
      )}
    >
      <SelectList>
        {filterAttributes.map((value) => (
          <SelectOption key={value} value={value}>
            {titles[value]}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
};

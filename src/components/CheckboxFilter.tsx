import { useState } from 'react';
import { MenuToggle, Select, SelectList, SelectOption, ToolbarFilter } from '@patternfly/react-core';
import { useReadinessTranslation } from '../hooks/useReadinessTranslation';
import { filterLabels } from './labelled/patternfly-words';

interface CheckboxFilterProps<T extends string> {
  readonly title: string;
  /** Whether its control stands in the toolbar; what is set stands there in any case. */
  readonly isShown: boolean;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly selected: readonly T[];
  readonly onChange: (selected: readonly T[]) => void;
}

/** A menu of choices of which several can hold; what is chosen stands below as labels that can be taken away. */
export const CheckboxFilter = <T extends string>(properties: CheckboxFilterProps<T>) => {
  const { title, isShown, options, selected, onChange } = properties;
  const { t } = useReadinessTranslation();
  const [isOpen, setOpen] = useState(false);
  const toggle = (value: T) => {
    onChange(selected.includes(value) ? selected.filter((other) => other !== value) : [...selected, value]);
  };
  const labels = selected.map((value) => ({
    key: value,
    node: options.find((option) => option.value === value)?.label ?? value,
  }));
  return (
    <ToolbarFilter
      {...filterLabels(t)}
      categoryName={title}
      showToolbarItem={isShown}
      labels={labels}
      deleteLabel={(_category, label) => {
        const key = typeof label === 'string' ? label : label.key;
        onChange(selected.filter((value) => value !== key));
      }}
      deleteLabelGroup={() => {
        onChange([]);
      }}
    >
      <Select
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSelect={(_event, value) => {
          const chosen = options.find((option) => option.value === value);
          if (chosen !== undefined) toggle(chosen.value);
        }}
        selected={[...selected]}
        isScrollable
        maxMenuHeight="24rem"
        toggle={(reference) => (
          <MenuToggle
            ref={reference}
            isExpanded={isOpen}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {title}
          </MenuToggle>
        )}
      >
        <SelectList>
          {options.map(({ value, label }) => (
            <SelectOption key={value} value={value} hasCheckbox isSelected={selected.includes(value)}>
              {label}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
    </ToolbarFilter>
  );
};

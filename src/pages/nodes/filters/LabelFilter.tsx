import { useState } from 'react';
import { SearchInput, ToolbarFilter } from '@patternfly/react-core';
import { printable } from '../../../components/printable';
import { filterLabels } from '../../../components/labelled/patternfly-words';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface LabelFilterProps {
  /** Whether its control stands in the toolbar; what is set stands there in any case. */
  readonly isShown: boolean;
  readonly labels: readonly string[];
  readonly onChange: (labels: readonly string[]) => void;
}

/** Node labels, typed as `key` or `key=value` and taken over with Enter. */
export const LabelFilter = ({ isShown, labels, onChange }: LabelFilterProps) => {
  const { t } = useReadinessTranslation();
  const [text, setText] = useState('');
  const add = () => {
    // A comma separates labels in the address and cannot be part of one.
    const added = text
      .split(',')
      .map((label) => label.trim())
      .filter((label) => label !== '' && !labels.includes(label));
    if (added.length > 0) onChange([...labels, ...added]);
    setText('');
  };
  return (
    <ToolbarFilter
      {...filterLabels(t)}
      categoryName={t('Label')}
      showToolbarItem={isShown}
      labels={labels.map((label) => ({ key: label, node: printable(label, 100) }))}
      deleteLabel={(_category, label) => {
        const key = typeof label === 'string' ? label : label.key;
        onChange(labels.filter((other) => other !== key));
      }}
      deleteLabelGroup={() => {
        onChange([]);
      }}
    >
      <SearchInput
        aria-label={t('Label, as key or key=value')}
        resetButtonLabel={t('Clear the search')}
        submitSearchButtonLabel={t('Search')}
        placeholder={t('Label')}
        value={text}
        onChange={(_event, value) => {
          setText(value);
        }}
        onSearch={add}
        onClear={() => {
          setText('');
        }}
      />
    </ToolbarFilter>
  );
};

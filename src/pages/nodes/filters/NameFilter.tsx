import { SearchInput, ToolbarFilter } from '@patternfly/react-core';
import { filterLabels } from '../../../components/labelled/patternfly-words';
import { useReadinessTranslation } from '../../../hooks/useReadinessTranslation';

interface NameFilterProps {
  /** Whether its control stands in the toolbar; what is set stands there in any case. */
  readonly isShown: boolean;
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** A part of the node's name, taken over while it is typed. */
export const NameFilter = ({ isShown, name, onChange }: NameFilterProps) => {
  const { t } = useReadinessTranslation();
  const clear = () => {
    onChange('');
  };
  return (
    <ToolbarFilter
      {...filterLabels(t)}
      categoryName={t('Name')}
      showToolbarItem={isShown}
      labels={name === '' ? [] : [name]}
      deleteLabel={clear}
    >
      <SearchInput
        aria-label={t('Find by name')}
        resetButtonLabel={t('Clear the search')}
        placeholder={t('Find by name')}
        value={name}
        onChange={(_event, text) => {
          onChange(text);
        }}
        onClear={clear}
      />
    </ToolbarFilter>
  );
};
